"""`python -m publish.join [SITE]`: make the scripts that every page of a built site loads small.

The entry and every module that it imports become one file without comments and with short names: a page asks for it once,
and it compresses as a whole. What a page fetches later (the workbook page's modules, for example) stays as it was written.
The import map of every page then finds the joined modules in the one file: there is still one copy of each, whoever imports it.

Joining is our own because bundlers come with a toolchain that nothing else here needs. It can be this short because our
modules have one form: an import is one line with bare names, and no two modules declare the same name at their top level.
A module of another form is refused with a sentence. A site that was not joined works just as well; it only loads more.
"""

import gzip
import re
import sys
from functools import partial
from pathlib import Path

import minify

SCRIPTS = Path("assets/javascripts")
ENTRY = "site"
EARLY = "restore"  # the classic script in the head
IMPORT = re.compile(r'^import \{ \w+(?:, \w+)* \} from "app/(\w+)";\n', re.MULTILINE)
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:const|let|class|function) (?:\{ (\w+(?:, \w+)*) \}|(\w+))", re.MULTILINE)
# What minify-go 2.24.24 gets wrong: it orders `var a = b, { c } = a` anew, and drops the whole of `void (a && b())`.
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RISKY = re.compile(r"^.*\b(?:var|void)\b.*$", re.MULTILINE)
MAPPED = re.compile(r'("app/(\w+)": "[^"]*?)(\w+)\.js"')


class UnjoinableError(Exception):
    """A module does not have the form that joining relies on; the message says which, and what to do."""


def join(site: Path) -> tuple[str, ...]:
    """Join and shorten the scripts of a built site; return the names of the joined modules, deepest import first."""
    folder = site / SCRIPTS
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.js")) if file.stem.isidentifier()}  # ours alone
    joined = ordered(texts)
    if joined == (ENTRY,):
        return joined  # it imports nothing: it is joined already
    _check(texts, joined)
    whole = "".join(IMPORT.sub("", texts[name]) for name in joined)
    ready = {ENTRY: small(ENTRY, whole), EARLY: small(EARLY, texts[EARLY])}  # both, before any is written
    for name, text in ready.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8", newline="")
    for page in sorted(site.rglob("*.html")):
        before = page.read_text(encoding="utf-8")
        after = MAPPED.sub(partial(_mapped, frozenset(joined)), before)
        if after != before:
            page.write_text(after, encoding="utf-8", newline="")
    return joined


def ordered(texts: dict[str, str], name: str = ENTRY, before: tuple[str, ...] = (), way: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The modules that one module needs, and itself, each after all that it imports."""
    if name in way:
        raise UnjoinableError(f"{name}.js imports itself by way of {way[-1]}.js; take what both need into a module of its own")
    if name not in texts:
        raise UnjoinableError(f"{name}.js: a module imports app/{name}, and there is no such file; correct the import")
    for needed in IMPORT.findall(texts[name]):
        before = ordered(texts, needed, before, (*way, name))
    return before if name in before else (*before, name)


def small(name: str, text: str) -> str:
    """A script without comments and spare space, and with short names inside its functions; what it exports keeps its name."""
    try:
        return str(minify.string("text/javascript", text))
    except minify.MinifyError as error:
        raise UnjoinableError(f"{name}.js: the minifier cannot read it ({error}); write that place in a plainer way") from error


def _check(texts: dict[str, str], joined: tuple[str, ...]) -> None:
    """Refuse what joining or the minifier would break, before anything is written."""
    for module in (EARLY, *joined):
        risky = RISKY.search(COMMENT.sub("", texts[module]))
        if risky:
            raise UnjoinableError(f"{module}.js: write this without var and void, which the minifier may get wrong: {risky[0].strip()}")
    declared: dict[str, str] = {}
    for module in joined:
        left = re.search(r"^import\b.*", IMPORT.sub("", texts[module]), re.MULTILINE)
        if left:
            raise UnjoinableError(
                f'{module}.js: write an import as one line, import {{ a, b }} from "app/name"; this one differs: {left[0]}'
            )
        for several, one in DECLARED.findall(texts[module]):
            for name in (several or one).split(", "):
                if name in declared:
                    raise UnjoinableError(f"{module}.js: '{name}' is declared in {declared[name]}.js too; give one of them another name")
                declared[name] = module


def _mapped(joined: frozenset[str], found: re.Match[str]) -> str:
    return f'{found[1]}{ENTRY if found[2] in joined else found[3]}.js"'


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
    entry = site / SCRIPTS / f"{ENTRY}.js"
    print(f"{entry}: {len(joined)} modules, {len(gzip.compress(entry.read_bytes())):,} bytes compressed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
