"""`python -m publish.join [SITE]`: make the scripts of a built site few and small.

The entry and every module that it imports become one file without comments and with short names: a page asks for it once,
and it compresses as a whole. So does what one kind of page fetches later, such as the workbook page's modules: over a bad
line, few files arrive sooner than many. A module that several of these need stays a file of its own. The import map of
every page then finds each module in its file: there is still one copy of each, whoever imports it.

Joining is our own because bundlers come with a toolchain that nothing else here needs; parcels.py says why it can be this
short. A site that was not joined works just as well; it only loads more.
"""

import gzip
import re
import sys
from functools import partial
from pathlib import Path

from .parcels import ENTRY, Parcels, UnjoinableError, parcels, plain, small, whole

SCRIPTS = Path("assets/javascripts")
EARLY = ("rules", "restore")  # the classic scripts in the head, which become one
FIRST = re.compile(r'\s*<\w+ src="[^"]*javascripts/rules\.js"></\w+>')
MAPPED = re.compile(r'("app/(\w+/\w+)": "[^"]*?javascripts/)([\w/]+)\.js"')


def join(site: Path) -> Parcels:
    """Join and shorten the scripts of a built site; return which modules each file holds now."""
    folder = site / SCRIPTS
    ours = [
        file for file in sorted([*folder.glob("*.js"), *folder.glob("*/*.js")]) if file.stem.isidentifier() and file.parent.name != "lunr"
    ]
    texts = {file.relative_to(folder).with_suffix("").as_posix(): file.read_text(encoding="utf-8") for file in ours}
    joined = parcels(texts)
    if joined[ENTRY] == (ENTRY,):
        return joined  # it imports nothing: it is joined already
    ready = {EARLY[-1]: ";".join(small(name, plain(name, texts[name])) for name in EARLY if name in texts)}  # all, before any is written
    ready |= {name: small(name, whole(texts, modules)) for name, modules in joined.items()}
    for name, text in ready.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8", newline="")
    where = {module: name for name, modules in joined.items() for module in modules}
    for page in sorted(site.rglob("*.html")):
        before = page.read_text(encoding="utf-8")
        after = FIRST.sub("", MAPPED.sub(partial(_mapped, where), before))
        if after != before:
            page.write_text(after, encoding="utf-8", newline="")
    return joined


def _mapped(where: dict[str, str], found: re.Match[str]) -> str:
    return f'{found[1]}{where.get(found[2], found[3])}.js"'


def main(arguments: list[str]) -> int:
    """Join the scripts of the site in the folder that is named, or in site/, and say what that gave."""
    site = Path(arguments[0] if arguments else "site")
    if not (site / SCRIPTS / f"{ENTRY}.js").is_file():
        print(f"{site / SCRIPTS / ENTRY}.js: there is no such script; build the site first")
        return 1
    try:
        joined = join(site)
    except UnjoinableError as error:
        print(error)
        return 1
    for name, modules in joined.items():
        file = site / SCRIPTS / f"{name}.js"
        held = f"{len(modules)} modules" if len(modules) > 1 else "1 module"
        print(f"{file}: {held}, {len(gzip.compress(file.read_bytes())):,} bytes compressed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
