"""What lets a published site be used without a connection: worker.js at its root, which knows every file of this release by its hash.
And what lets it be installed: site.webmanifest.

All is kept but PDFs, what writes Word documents (as much as twelve pages, for a press that most never make), maps of scripts,
the theme's dictionaries of other languages, and what only hosts read.
"""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

from .bundle import FaultError
from .naming import IMAGES

MOST = 3_000_000  # bytes that a browser is asked to keep
WORKER = Path(__file__).with_name("worker.js")
LINKS = Path(__file__).with_name("offline.html").read_text(encoding="utf-8").strip()
NOT_KEPT = re.compile(
    r"\.(?:pdf|map|gz|txt)$|^assets/javascripts/(?:lunr/|word-)|(?:^|/)(?:[._][^/]*|web\.config|worker\.js|releases\.json)$"
)
ENTRY = re.compile(r'src="([^":]*?)assets/javascripts/site-')
NAME = re.compile(r'<meta\b property="og:site_name" content="([^"]+)"')
ICON = re.compile(r'<link\b rel="icon" href="([^"]+\.svg)"')
DRAWN = re.compile(r"icon-(maskable-)?(\d+)-[0-9A-Z]{8}\.png")
PREFIX = re.compile(r'data-prefix="([^"]*)"')


def connect(site: Path) -> None:
    """Say on every page where the worker and the manifest are; page/release.js registers the worker."""
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        start = ENTRY.search(text)
        if start:
            way = start[1] if start[1].startswith((".", "/")) else f"./{start[1]}"
            before, end, after = text.partition("</head")
            links = LINKS.replace("WAY", way)
            file.write_text(f"{before}{links}{end}{after}", encoding="utf-8", newline="")


def manifest(site: Path) -> None:
    """Write what a browser asks for to install the site as an app: its name and its mark, as the first page has them, and icons."""
    home = (site / "index.html").read_text(encoding="utf-8")
    name, icon = NAME.search(home), ICON.search(home)
    about = {"start_url": "./", "scope": "./", "display": "minimal-ui"}
    if name:
        about["name"] = unescape(name[1])
        about["short_name"] = about["name"].partition(":")[0]
    icons = [{"src": icon[1], "type": "image/svg+xml", "sizes": "any"}] if icon else []
    for file in sorted((site / IMAGES).glob("icon-*.png")):
        drawn = DRAWN.match(file.name)
        if drawn:
            about_it = {"src": f"{IMAGES}/{file.name}", "type": "image/png", "sizes": f"{drawn[2]}x{drawn[2]}"}
            icons.append(about_it | ({"purpose": "maskable"} if drawn[1] else {}))
    written = json.dumps(about | {"icons": icons}, ensure_ascii=False, indent=1)
    (site / "site.webmanifest").write_text(written, encoding="utf-8", newline="\n")


def files(site: Path, carried: set[str]) -> dict[str, bytes]:
    """What is kept without a connection, by path below the site; a page has the path of its folder."""
    every = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    ours = {path: file for path, file in every.items() if not NOT_KEPT.search(path) and path not in carried}
    return {re.sub(r"(^|/)index\.html$", r"\1", path): file.read_bytes() for path, file in ours.items()}


def write(site: Path, carried: set[str]) -> None:
    """Write the worker of a sealed site; `carried` are files of earlier releases. Raises FaultError where it would keep too much."""
    found = files(site, carried)
    count = sum(map(len, found.values()))
    if count > MOST:
        raise FaultError(f"{site}: a browser would keep {count:,} bytes, and {MOST:,} are allowed; make pages or pictures smaller")
    hashes = {path: b64encode(sha256(content).digest()).decode() for path, content in found.items()}
    home = (site / "index.html").read_text(encoding="utf-8")
    prefix = PREFIX.search(home)
    release = sha256(json.dumps(hashes).encode()).hexdigest()[:12]
    text = WORKER.read_text(encoding="utf-8")
    for name, empty, value in (
        ("FILES", {}, hashes),
        ("BYTES", 0, count),
        ("PREFIX", "", prefix[1] if prefix else "guide"),
        ("RELEASE", "", release),
    ):
        before = f"const {name} = {json.dumps(empty)};"
        if before not in text:
            raise FaultError(f"{WORKER}: there is no line {before}")
        text = text.replace(before, f"const {name} = {json.dumps(value)};", 1)
    (site / "worker.js").write_text(text, encoding="utf-8", newline="\n")
