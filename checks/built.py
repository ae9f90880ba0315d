"""`python -m checks.built SITE`: build the site strictly, then see that each link in it leads somewhere, whoever made it.

The engine looks at what authors write. What macros, templates and data link to stands in the HTML, and is looked up here.
"""

import html
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from macros.mistakes import Mistake, Place

LINK = re.compile(r'<(?:a|link|img|script|iframe|source)\b[^>]*?\s(?:href|src)="([^"]+)"')
ID = re.compile(r'\s(?:id|name)="([^"]+)"')
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d"]


def lost_links(site: Path, docs: Path) -> Iterator[Mistake]:
    """Links within a built site that lead nowhere; each once, on the first page that has it."""
    pages = {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html")) if file.name != "404.html"}
    places = {file: {html.unescape(name) for name in ID.findall(text)} for file, text in pages.items()}
    seen: set[str] = set()
    for file, text in pages.items():
        for found in LINK.findall(text):
            link = urlsplit(html.unescape(found))
            if link.scheme or link.netloc or link.path.startswith("/") or not (link.path or link.fragment):
                continue  # another site's, or an address that only the host knows
            target = Path(normpath(file.parent / unquote(link.path))) if link.path else file
            target = target / "index.html" if target.is_dir() else target
            place = unquote(link.fragment)
            way = target.relative_to(site).as_posix().removesuffix("index.html") if target.is_relative_to(site) else found
            whole = f"{way}#{place}" if place else way
            there = target in places and (not place or place in places[target]) if target.suffix == ".html" else target.is_file()
            if not there and place != "top" and whole not in seen:  # every browser knows the top
                seen.add(whole)
                wrong = "that page has no place of this name" if target in places else "the site has no page or file there"
                does = f"leads to '{whole}', and {wrong}; correct the data or the template that makes it"
                yield Mistake(Place(_source(file.relative_to(site), docs)), f"a link that does not stand in this page's text {does}")


def _source(page: Path, docs: Path) -> str:
    """The file that a built page was made of: docs/about.md for about/index.html."""
    stem = page.parent.as_posix() if page.name == "index.html" else page.with_suffix("").as_posix()
    found = [name for name in (f"{stem}.md", f"{stem}/index.md", "index.md") if (docs / name).is_file()]
    return f"{docs.name}/{normpath(found[0])}" if found else page.as_posix()


def main(arguments: list[str], project: Path = Path()) -> int:
    """Build into the folder that is named; where the engine finds nothing wrong, say which links are lost."""
    site = Path(arguments[0])
    code = subprocess.run([*BUILD, str(site.resolve())], cwd=project).returncode
    found = [] if code else sorted(lost_links(site.resolve(), project / "docs"))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if code or found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
