"""Files that nobody asked for: what editors and systems leave, copies, what would be published unseen, data that nothing reads.

Long because each kind of stray is a line of one table, and whoever adds one reads here what is known already.
"""

import os
import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path, PurePath
from urllib.parse import unquote

from macros.encoding import no_file, text_of
from macros.folders import hidden, leads_back
from macros.forms import FORMS
from macros.front_matter import LIKE_PAGES
from macros.mistakes import Mistake, Place
from macros.parsed_page import parsed_pages
from macros.published import left_out
from macros.schema import SHAPES
from macros.settings import FILE as SETTINGS

LEFT = {
    r"\._.*": "a Mac left this beside the file that it belongs to; take it out",
    r"\.#.*|#.*#|\.~lock\..*|~\$.*|.*\.sw[a-p]|4913": "an editor keeps this while a file is open; close the file there, or take this out",
    r".*~|.*\.(?:orig|rej|bak|old|te?mp|save)|.*_(?:BASE|LOCAL|REMOTE|BACKUP)_\d+\.\w+": "a program left this copy; take it out",
    r"(?:Thumbs|ehthumbs)\.db|desktop\.ini": "Windows left this; take it out",
    r".* \(\d+\)\.\w+|.* - (?:Copy|Kopie|[Cc]opi[ea]).*|.* copy(?: \d+)?\.\w+|.*conflicted copy.*"
    r"|.*_(?i:final|new|old|latest)(?:[-_ ]?v?\d+)?\.md|.*[-_ ](?:[vV]\d+|FINAL)\.md": (
        "this looks like a copy; take it out, or call it something else"
    ),
}
# How a copy is called that lies beside what it is a copy of.
COPY = re.compile(
    r"(?i:copy of|kopie von|copi[ea] de) (?P<of>.+)"
    r"|(?P<stem>.+?)(?:[-_ .](?i:copy|kopie|copi[ea]|backup|old|new|draft|final)(?:[-_ ]?\d+)?| \d+|\.sync-conflict-[\w-]+)"
    r"(?P<end>\.\w+)"
)
QUIET = {"Icon\r", ".DS_Store", ".gitkeep", ".gitignore", ".gitattributes", ".nojekyll"}  # they do no harm, and systems bring them back
UNLINKED = {
    "CNAME",
    "robots.txt",
    "humans.txt",
    "security.txt",
    "_headers",
    "_redirects",
    "ads.txt",
    "favicon.ico",
}  # hosts ask for them by name
READ_WHOLE = {("data/checklists", ".yml"), (FORMS.as_posix(), ".yml")}  # folders whose every such file is read
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}  # by Windows
STOPS = re.compile(r"[#?%:*\"<>|\\]")
UNREAD = re.compile(r".*\.md\.(?:txt|text|docx?|rtf)|.*\.(?:mdx|mdwn|mkdown|rmd|qmd)", re.IGNORECASE)
READ = {".md", ".yml", ".yaml"}


def strays(project: Path) -> Iterator[Mistake]:
    """Each stray below docs/ and data/, with what to do about it."""
    linked = _linked(project)
    out = left_out(project / "docs", "exclude_docs", "draft_docs")
    for root, kind in (("docs", _in_docs), ("data", _in_data)):
        for path in _everything(project / root):
            name = path.relative_to(project).as_posix()
            what = next((what for pattern, what in LEFT.items() if re.fullmatch(pattern, path.name)), "")
            if not what and (first := copied(path)):
                what = f"this looks like a copy of '{first}'; take it out, or call it something else"
            if not what and (right := _composed(path)) != path.name:
                what = f"an accent is a sign of its own in this name, so links do not find it; type the name anew: '{right}'"
            if path.name in QUIET:
                continue
            if what or leads_back(path):
                yield Mistake(Place(name), what or "this link leads back to a folder that it stands in; take it out")
            elif hidden(path.name):
                if path.suffix in READ:
                    yield Mistake(
                        Place(name), f"nothing is read whose name starts with a dot; call it '{path.name.lstrip('.')}', or take it out"
                    )
            elif (not path.is_dir() or path.suffix in READ) and not (root == "docs" and out.match_file(name.partition("/")[2])):
                yield from (Mistake(Place(name), what) for what in kind(path, name, linked))
    yield from _same_address(project)
    for path in sorted(project.glob("*.md")):
        if text_of(path).startswith("---\n"):
            yield Mistake(Place(path.name), f"no page is read here; put it into docs/ as 'docs/{path.name}'")


def misnamed(file: Path) -> bool:
    """Whether a page should be called otherwise, or go, before anything else is asked of it."""
    return _stopping(file) or _composed(file) != file.name or any(re.fullmatch(one, file.name) for one in LEFT) or bool(copied(file))


def copied(file: Path) -> str:
    """The file beside this one that its name calls it a copy of; '' where there is none."""
    found = COPY.fullmatch(file.name) if file.suffix == ".md" else None
    first = (found["of"] or f"{found['stem']}{found['end']}") if found else ""
    return first if first and (file.parent / first).is_file() else ""


def _composed(path: PurePath) -> str:
    """Its name with each accent as a part of its letter, as people type it."""
    return unicodedata.normalize("NFC", path.name)


def _stopping(path: PurePath) -> bool:
    return bool(STOPS.search(path.name)) or path.stem.casefold() in RESERVED or path.stem.endswith(".md")


def _everything(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not hidden(name))
        yield from sorted(Path(here, name) for name in (*names, *folders))


def _in_docs(path: Path, name: str, linked: Collection[str]) -> Iterator[str]:
    """What is wrong with a file below docs/ that is no page; pages that are none are named where they are read."""
    if path.suffix.lower() in LIKE_PAGES:
        if _stopping(path):
            plain = re.sub(r"[^\w-]+", "-", path.stem.removesuffix(".md")).strip("-")
            better = f"{plain}-page" if plain.casefold() in RESERVED else plain
            yield f"this name stops addresses or other people's machines; call it '{better}.md'"
        return
    if UNREAD.fullmatch(path.name):
        yield f"no page is read under this name; call it '{path.name.partition('.')[0]}.md'"
        return
    if wrong := no_file(path, name):
        yield wrong.what
    elif path.name not in UNLINKED and name not in linked:
        yield "no page links to this file, and it would be published; link to it, or take it out"


def _in_data(path: Path, name: str, _: Collection[str]) -> Iterator[str]:
    """What is wrong with a file below data/ that nothing reads."""
    folder, file = posixpath.split(name)
    if path.suffix == ".yaml" or path.stem == "README" or (folder, path.suffix) in READ_WHOLE:
        return
    if path.stem in SHAPES and path.stem != "checklist" and (folder, path.suffix) in {("data", ".yml"), ("data/schema", ".json")}:
        return
    if name == "data/schema/checklist.json":
        return
    if folder.startswith("data/checklists"):
        stem = path.name.partition(".")[0]
        yield f"nothing reads this file; a checklist is called 'data/checklists/{stem}.yml'"
        return
    near = next((known for known in sorted(SHAPES, key=len, reverse=True) if known != "checklist" and known in file), "")
    where = f"put what it says into 'data/{near}.yml'" if near and file != f"{near}.yml" else "put what it says into a file that is read"
    yield f"nothing reads this file; {where}, or take it out"


def _linked(project: Path) -> set[str]:
    """The files below docs/ that a page or the settings name."""
    pages = parsed_pages(project / "docs")
    found = {
        posixpath.normpath(posixpath.join("docs", posixpath.dirname(path), unquote(re.split("[?#]", link.target)[0])))
        for path, page in pages.items()
        for link in page.links
    }
    settings = text_of(project / SETTINGS) if (project / SETTINGS).is_file() else ""
    return found | {f"docs/{name}" for name in re.findall(r"[\w./-]+\.\w+", settings)}


def _same_address(project: Path) -> Iterator[Mistake]:
    """Two files for one page: only one of them would be published."""
    first: dict[str, str] = {}
    for path in parsed_pages(project / "docs"):
        address = re.sub(r"(?:^|/)(?:index|readme)$", "", path.removesuffix(".md").casefold())
        if address in first:
            what = f"this page has the address of 'docs/{first[address]}', and only one of the two is published; put both into one file"
            yield Mistake(Place(f"docs/{path}"), what)
        first.setdefault(address, path)
