"""`python -m publish.stick [SITE]`: a copy of a finished site that opens by double click on index.html: SITE.stick/ and SITE.stick.zip.

For a stick, a shared drive, a machine without a network. It is made from the very files that go on a host, PDFs included. Browsers allow
a page that is opened from a folder less than one from a host. So links name files, one classic script holds all modules, fonts stand
inside the style sheets, search runs in the page (stick.js), and what only hosts and their readers use is left out.

Long because each thing that a folder does not allow is one step of one copy.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

from macros.loader import load
from macros.render import html
from macros.words import Words

from .bundle import TOOLS, FaultError, report
from .carry import former
from .naming import ENTRY, SCRIPTS, STYLES
from .npm import NODE, installed
from .packed import pack
from .policy import seal

OURS = Path(__file__).with_suffix(".js")
START, MODULES, SEARCH, PAGES = (f"{SCRIPTS}/{name}.js" for name in ("stick", "stick-site", "stick-search", "stick-pages"))
LEFT_OUT = re.compile(r"(?:^|/)(?:[._][^/]*|web\.config|worker\.js|releases\.json|site\.webmanifest|404\.html|[^/]*\.(?:map|gz|xml))$")
LINK = re.compile(r'(?<=[\s"])((?:href|data-source)=")([^"#?:]*)(?=["#?])')
ENTRIES = re.compile(r'<script\b type="module" src="([^":]*?)(' + ENTRY.removesuffix(".js") + r'-[0-9A-Z]{8}\.js)"></script\b>')
ONLINE = re.compile(
    r'[ \t]*(?:<link\b rel="(?:modulepreload|preload|manifest|prev|next|apple-touch-icon)"|<meta\b name="app-worker")[^>]*>\n?'
)
POLICY = re.compile(r'<meta\b http-equiv="Content-Security-Policy"[^>]*>')
OFFLINE = re.compile(r'<p\b data-part="offline"[^>]*></p\b>')
NAME = re.compile(r'<meta\b property="og:site_name" content="([^":]+)')
ARTICLE = re.compile(r"<article\b.*</article\b>", re.DOTALL)
WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]{8}\.min\.js")
SOURCE = re.compile(r'data-source="([^"#]+)')


def stick(site: Path, folder: Path, words: Words) -> None:
    """Write the copy of a finished site into a folder; what stood there goes. Raises FaultError."""
    entry = ENTRIES.search((site / "index.html").read_text(encoding="utf-8"))
    if not entry:
        raise FaultError(f"{site / 'index.html'}: it names no bundled script; run publish.finish first")
    carried = former(site)
    shutil.rmtree(folder, ignore_errors=True)
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and not LEFT_OUT.search(path) and path not in carried:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, folder / path)
    said = html("stick.html", words=words)
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            page.unlink()  # nobody comes here by an address that moved
        else:
            _write(page, _page(page.relative_to(folder).parent.as_posix(), text, folder, said))
    _scripts(folder, entry[2])
    seal(folder, **{"font-src": "data:"})


def _page(place: str, text: str, folder: Path, said: str) -> str:
    """A page of the copy, from the same page of the site."""

    def file(link: re.Match[str]) -> str:
        path = normpath(f"{place}/{unquote(link[2])}")
        return f"{link[0].rstrip('/')}/index.html" if link[2] and (folder / path / "index.html").is_file() else link[0]

    def classic(script: re.Match[str]) -> str:
        return script[0].replace('type="module"', "defer").replace(script[2], MODULES)

    entry = ENTRIES.search(text)
    first = entry[0].replace('type="module" ', "").replace(entry[2], START) if entry else ""
    text = OFFLINE.sub(lambda _: said, ENTRIES.sub(classic, ONLINE.sub("", text)))
    text = POLICY.sub(lambda tag: tag[0] + first, text)
    return LINK.sub(file, text)


def _scripts(folder: Path, entry: str) -> None:
    """The scripts of the copy, in place of those of the site."""
    if not installed(TOOLS):
        raise FaultError(f"{TOOLS / 'package-lock.json'}: npm could not install what this names; its message stands above")
    styles = [file.relative_to(folder).as_posix() for file in sorted((folder / STYLES).glob("*.css"))]
    given = json.dumps({"site": str(folder.resolve()), "script": entry, "made": MODULES, "styles": styles})
    done = subprocess.run([NODE, str(TOOLS / "stick.mjs")], input=given, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise FaultError(f"publish/node/stick.mjs stopped; its message was:\n{done.stderr}")
    _write(folder / START, OURS.read_text(encoding="utf-8"))
    pages = {page.relative_to(folder): page.read_text(encoding="utf-8") for page in sorted(folder.rglob("*.html"))}
    asked = {normpath(path.parent / source) for path, text in pages.items() for source in SOURCE.findall(text)}
    said = {path.as_posix(): found[0] for path, text in pages.items() if path.as_posix() in asked and (found := ARTICLE.search(text))}
    _write(folder / PAGES, f"guidePages = {json.dumps(said, ensure_ascii=False)};")
    worker = WORKER.search(pages[Path("index.html")])
    if worker:
        source = (folder / worker[0]).read_text(encoding="utf-8")
        _write(folder / SEARCH, f"function guideSearch(self, postMessage, addEventListener, importScripts) {{\n{source}\n}}\n")
        index = json.loads((folder / "search" / "search_index.json").read_text(encoding="utf-8"))
        for one in index["docs"]:
            page, mark, place = one["location"].partition("#")
            one["location"] = f"{page}index.html{mark}{place}"
        _write(folder / "search" / "search_index.js", f"var __index = {json.dumps(index, ensure_ascii=False)};")
    _tidy(folder)


def _tidy(folder: Path) -> None:
    """Remove what no page of the copy asks for any more."""
    for file in [*(folder / SCRIPTS).rglob("*.js"), folder / "search" / "search_index.json"]:
        path = file.relative_to(folder).as_posix()
        if path not in {START, MODULES, SEARCH, PAGES} and not re.search(r"/(?:restore-[0-9A-Z]{8}|bundle\.[0-9a-f]{8}\.min)\.js$", path):
            file.unlink(missing_ok=True)
    for one in sorted(folder.rglob("*"), reverse=True):
        if one.is_dir() and not any(one.iterdir()):
            one.rmdir()


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")


def name(site: Path) -> str:
    """What the folder in the ZIP is called: the name of the site, up to a colon."""
    found = NAME.search((site / "index.html").read_text(encoding="utf-8"))
    return re.sub(r"\W+", "-", found[1].strip().lower()) if found else "guide"


def main(arguments: list[str], project: Path = Path()) -> int:
    """Make the copy of the site in the folder that is named, or in site/, and say where it is."""
    site = Path(arguments[0] if arguments else "site")
    folder, packed = (site.with_name(f"{site.name}.{kind}") for kind in ("stick", "stick.zip"))

    def act() -> str:
        stick(site, folder, load(project / "data").words)
        pack(folder, packed, name(site))
        return f"{folder}: open index.html; {packed}: the same, {packed.stat().st_size / 1_000_000:.1f} MB"

    return report(act)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
