"""Links that leave the site: well formed here, followed by a person with the list of `make links`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from macros.encoding import text_of
from macros.loader import files
from macros.mistakes import Mistake, Place
from macros.parsed_page import parsed_pages

IN_DATA = re.compile(r"^\s+(?:- )?url: *(\S.*)", re.MULTILINE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
# Where somebody sees the guide before it is published: on their machine, in its network, in a container.
SERVED = re.compile(
    r"https?://(?:(?:[\w-]+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}"
    r"|[\w-]+\.local|[\w-]+-\d+\.(?:app\.github\.dev|githubpreview\.dev)|\d+-[\w-]+\.[\w-]+\.gitpod\.io)(?::\d+)?(?=[/?#]|$)",
    re.IGNORECASE,
)
ON_DISK = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
# Addresses that work for whoever copied them, and badly or not at all for readers.
WRAPPED = re.compile(
    r"https?://(?:[\w.-]*safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com)"
    r"|(?:www\.)?google\.[\w.]+/(?:url\?|amp/)|[\w-]+\.cdn\.ampproject\.org/|l\.facebook\.com/|translate\.google\.[\w.]+/translate\?)",
    re.IGNORECASE,
)
SIGN_IN = re.compile(
    r"https?://(?:[\w-]+\.sharepoint\.com|teams\.(?:microsoft|live)\.com|onedrive\.live\.com|1drv\.ms|drive\.google\.com"
    r"|outlook\.office(?:365)?\.com|mail\.google\.com|[\w-]+\.zoom\.us/j/|[\w.-]+\.(?:ezproxy|libproxy|idm\.oclc)\.)",
    re.IGNORECASE,
)
TRANSLATED = re.compile(r"https?://[\w-]+\.translate\.goog(?=[/?#]|$)", re.IGNORECASE)
INSIDE = re.compile(r"(?<=.)https?://\S+")  # an address in another one
FOLLOWS = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|mc_[ce]id|msclkid)=[^&#]*&?")
BETTER = {
    WRAPPED: "is how a mail program or a search wraps an address; open it, and copy the one that the browser shows then",
    TRANSLATED: "is a machine's translation of a page; write the address of the page itself",
    SIGN_IN: "leads to where readers may have to sign in; name a public page, or put the file below docs/",
}
ELSEWHERE = {"http", "https", "mailto"}


class HomeMade(NamedTuple):
    """An address that leads out and back: whose it is, the path there, and whether only its author gets there."""

    whose: str
    path: str
    anchor: str
    private: bool


def home_made(address: str, site_url: str = "") -> HomeMade | None:
    """What an address says that was copied from one's own machine or from this guide itself; None for every other one."""
    served = SERVED.match(address)
    disk = ON_DISK.match(address)
    own = bool(site_url) and re.sub(r"^http:", "https:", address).startswith(re.sub(r"^http:", "https:", site_url.rstrip("/") + "/"))
    parts = urlsplit(address.replace("\\", "/"))
    if not (disk or own or (served and parts.path.strip("/"))):  # where `make serve` shows the site may be said
        return None
    root = urlsplit(site_url).path.strip("/")
    path = parts.path.removeprefix(f"/{root}") if root and not disk else parts.path
    return HomeMade("this guide itself" if own else "your own machine", unquote(path) or "/", parts.fragment, not own)


def addresses(project: Path) -> Iterator[tuple[Place, str]]:
    """Every address outside the site, in pages and data, with its place."""
    for page in parsed_pages(project / "docs").values():
        yield from ((Place(page.path, link.line), link.target) for link in page.links if SCHEME.match(link.target))
    for file in sorted(path for path in files(project / "data") if path.is_file()):
        text = text_of(file)
        for found in IN_DATA.finditer(text):
            yield Place(file.relative_to(project).as_posix(), text.count("\n", 0, found.start(1)) + 1), found[1].strip("\"' ")


def malformed(project: Path) -> Iterator[Mistake]:
    """Addresses that no browser could follow, and in data those that lead to one machine alone."""
    for place, address in addresses(project):
        parts = urlsplit(address)
        host = parts.path.partition("@")[2] if parts.scheme == "mailto" else parts.hostname or ""
        if home_made(address):
            if place.path.startswith("data/"):  # in pages, the checks of internal links say what to write
                yield Mistake(place, f"'{address}' leads to your own machine, where no reader gets; write a public address")
        elif SERVED.match(address) and place.path.startswith("docs/"):
            continue
        elif parts.scheme == "tel":
            if not re.fullmatch(r"\+?[\d().-]+", parts.path):
                yield Mistake(place, f"'{address}' is no number to call; write it like 'tel:+441234567890', without spaces")
        elif parts.scheme == "mailto" and not re.fullmatch(r"[^\s@/]+@[^\s@]+\.[^\s@]+", parts.path):
            yield Mistake(place, f"'{address}' is no address to write to; write it like 'mailto:sam@example.org'")
        elif parts.scheme not in ELSEWHERE and (inside := INSIDE.search(unquote(address))):
            yield Mistake(place, f"'{address}' works in your browser alone; write '{inside[0]}'")
        elif parts.scheme not in ELSEWHERE or "." not in host.strip(".") or re.search(r"[\s\"<>]", address):
            if not address.startswith("data:"):  # a picture: pasted.py says what to do
                yield Mistake(place, f"'{address}' is not a whole address; copy it again from the browser's address bar")
        elif what := _for_others(address):
            yield Mistake(place, f"'{address}' {what}")


def _for_others(address: str) -> str:
    """What is wrong with an address that works for whoever copied it; '' where it is sound."""
    if re.match(r"https?://(?:dx\.)?doi\.org/(?:https?:|doi:|www\.)", address):
        return f"has two beginnings; write 'https://doi.org/{address[address.find('10.') :]}'"
    if found := next((what for pattern, what in BETTER.items() if pattern.match(address)), ""):
        return found
    if FOLLOWS.search(address):
        return f"carries what follows people from site to site; write '{FOLLOWS.sub('', address).rstrip('?&')}'"
    if re.search(r"(?<!Inc)(?<!Ltd)[.,;:]$", address):
        return f"ends with a sign of the sentence; write '{address.rstrip('.,;:')}', and put the sign behind the bracket"
    return ""
