"""The content security policy of a built site: computed from its pages, written into each, and given to the hosts' settings.

It allows what pages of this site do and nothing else: no other host, no inline style, no inline script but those that the pages have
now, each by its hash. One policy holds for all pages, because instant navigation goes from page to page under the policy of the first.

Trusted types are asked for, with three exceptions, all of them the theme's; our own scripts need none but to read a page of this site
for the handout. The theme writes search results, tooltips and headings as HTML in text, and reads the next page from text (createHTML).
It runs the inline scripts of the page that arrives, of which the browser then still asks for their hash (createScript). It starts the
worker that searches, from this site alone (createScriptURL). A policy called "default" answers for these places.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from pathlib import Path

from .bundle import FaultError

HEAD = Path(__file__).with_suffix(".html").read_text(encoding="utf-8").strip()  # what stands in every page
RULES = {
    "default-src": "'none'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",  # icons in styles are data
    "manifest-src": "'self'",
    "style-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "default",
}
IN_HEADERS_ALONE = "frame-ancestors 'none'"  # a page cannot say this of itself
RUN = {None, "", "text/javascript", "application/javascript", "module", "importmap"}
LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
LINKS = re.compile(r"\b(stylesheet|icon|preload|modulepreload|prefetch|manifest)\b")
ELSEWHERE = re.compile(r"(?:[a-z][a-z+.-]*:)?//|javascript:", re.IGNORECASE)
META = re.compile(r'<meta\b http-equiv="Content-Security-Policy" content="([^"]*)">')
FIRST = re.compile(r"<meta\b charset=[^>]*>")


class _Page(HTMLParser):
    """What a page runs inline, and what the policy would stop."""

    def __init__(self, file: Path) -> None:
        super().__init__(convert_charrefs=False)
        self.file, self.inline, self.faults = file, list[str](), list[str]()
        self._text: list[str] | None = None
        self.feed(file.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        loads = given.get("href") if tag == "link" and LINKS.search(given.get("rel") or "") else given.get(LOADING.get(tag, ""))
        if tag == "style" or "style" in given:
            self._fault("has an inline style; give it a class and write the style into a style sheet")
        for name in given:
            if name.startswith("on"):
                self._fault(f"runs a script in {name}; listen in a module instead")
        if ELSEWHERE.match(loads or "") or (given.get("href") or "").lower().startswith("javascript:"):
            self._fault(f"asks for {loads or given['href']}; take what it needs into the site")
        if tag == "script" and "src" not in given and given.get("type") in RUN:
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._text is not None:
            self.inline.append("".join(self._text))
            self._text = None

    def _fault(self, text: str) -> None:
        self.faults.append(f"{self.file}:{self.getpos()[0]}: <{(self.get_starttag_text() or '')[1:60].rstrip('>')}> {text}")


def policy(site: Path, rules: Mapping[str, str] = RULES) -> str:
    """The policy for all pages of a built site, as a `meta` says it. Raises FaultError for a page that it would stop."""
    pages = [_Page(file) for file in sorted(site.rglob("*.html"))]
    faults = [fault for page in pages for fault in page.faults]
    if faults:
        raise FaultError("\n".join(faults))
    hashes = sorted({b64encode(sha256(text.encode()).digest()).decode() for page in pages for text in page.inline})
    scripts = " ".join(["'self'", *(f"'sha256-{one}'" for one in hashes)])
    return "; ".join(f"{name} {value}" for name, value in {**rules, "script-src": scripts}.items())


def header(site: Path) -> str:
    """The policy of a sealed site, as a host sends it."""
    found = META.search((site / "index.html").read_text(encoding="utf-8"))
    if not found:
        raise FaultError(f"{site / 'index.html'}: no page has a policy yet; run publish.finish")
    return f"{found[1]}; {IN_HEADERS_ALONE}"


def seal(site: Path, **others: str) -> None:
    """Write the policy into every page, before anything that it is to hold for; `others` take the place of rules. Raises FaultError."""
    pages = sorted(site.rglob("*.html"))
    for file in pages:
        text = file.read_text(encoding="utf-8")
        if not META.search(text):
            _write(file, FIRST.sub(lambda tag: tag[0] + HEAD, text, count=1))
    head, _, rest = HEAD.partition("POLICY")
    whole = head + escape(policy(site, RULES | others), quote=False) + rest.partition(">")[0] + ">"
    for file in pages:
        _write(file, META.sub(lambda _: whole, file.read_text(encoding="utf-8")))


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")
