"""`python -m publish.bundle [SITE]`: make the scripts and styles of a built site few, small and safe to keep for ever.

esbuild (publish/node/bundle.mjs) makes one file of all modules that every page needs, one of what each kind of page fetches later, and
one style sheet. Every file has its content in its name, so a host and a browser may keep it as long as they like: what changes gets
another name. The pages then name these files, and lose the import map, which is for `make serve` alone. Pictures get such names too.

A site that was not bundled works just as well; it only loads more. Where a fault is found, the site stays as it was.
"""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from .naming import COLOURS, ENTRY, IMAGES, SCRIPTS, STYLES, Bundle, modules, pictures, renamed, styles
from .npm import NODE, installed

TOOLS = Path(__file__).parent / "node"


class FaultError(Exception):
    """What is wrong with scripts or styles: one sentence a line, each with its place."""


def bundle(site: Path) -> Bundle | None:
    """Bundle a built site and return which files it has now; None where that was done before. Raises FaultError."""
    if not (site / ENTRY).is_file():
        if list((site / SCRIPTS).glob("site-*.js")):
            return None
        raise FaultError(f"{site / ENTRY}: there is no such script; build the site first")
    pages = {file: COLOURS.sub("", file.read_text(encoding="utf-8")) for file in sorted(site.rglob("*.html"))}
    home = pages[site / "index.html"]
    sheets = styles(home)
    made = _made(site, sheets)
    colours = [file.relative_to(site).as_posix() for file in (site / STYLES).glob("palette.*")]
    replaced = {*made.named, *modules(home), *colours}
    icons = [file.relative_to(site).as_posix() for file in (site / IMAGES).glob("icon-*.png")]  # no page shows these: offline.py names them
    made.named.update(_marked(site, {*pictures(pages.values()), *icons}))
    for file, text in pages.items():
        file.write_text(renamed(text, made, sheets), encoding="utf-8", newline="")
    for path in replaced:
        (site / path).unlink()
    for folder in sorted((site / "assets").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return made


def _made(site: Path, sheets: dict[str, list[str]]) -> Bundle:
    """Let esbuild write the new files."""
    if not installed(TOOLS):
        raise FaultError(f"{TOOLS / 'package-lock.json'}: npm could not install what this names; its message stands above")
    given = json.dumps({"site": str(site.resolve()), "styles": sheets})
    done = subprocess.run([NODE, str(TOOLS / "bundle.mjs")], input=given, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise FaultError(f"publish/node/bundle.mjs stopped; its message was:\n{done.stderr}")
    found = json.loads(done.stdout)
    if found["faults"]:
        raise FaultError("\n".join(sorted({_sentence(site, **one) for one in found["faults"]})))
    return Bundle(found["named"], found["preload"])


def _sentence(site: Path, file: str, line: int, column: int, text: str) -> str:
    """A fault in one line, for whoever wrote that place."""
    return f"{_source(site, file)}:{line}:{column}: {text[0].lower()}{text[1:]}; correct it and build again"


def _source(site: Path, path: str) -> str:
    """The file of ours that a file of the site was copied from; that file itself where there is none."""
    ours = Path("overrides") / path
    return ours.as_posix() if ours.is_file() else str(site / path)


def _marked(site: Path, paths: Iterable[str]) -> dict[str, str]:
    """Give files their content in their names, as esbuild does for what styles show."""
    named = {}
    for path in paths:
        file = site / path
        if file.is_file():
            new = file.with_stem(f"{file.stem}-{hashlib.sha256(file.read_bytes()).hexdigest()[:8].upper()}")
            file.rename(new)
            named[path] = new.relative_to(site).as_posix()
    return named


def report(act: Callable[[], str]) -> int:
    """Do what a command is for and print what it says of it, or else what is wrong; returns the exit code."""
    try:
        print(act())
    except FaultError as error:
        print(error)
        return 1
    return 0


def main(arguments: list[str]) -> int:
    """Bundle the site in the folder that is named, or in site/, and say what that gave."""
    site = Path(arguments[0] if arguments else "site")

    def act() -> str:
        made = bundle(site)
        return (
            f"{site}: {len(made.named)} files became {len({*made.named.values()})}"
            if made
            else f"{site}: bundled before, so it stays as it is"
        )

    return report(act)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
