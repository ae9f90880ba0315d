"""Sheets of paper as a reader that is no browser finds them: where each word stands, how large, and what is black."""

import io
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page

from .letters import Letter, Word, words
from .until import until

MM = 72 / 25.4  # points
TOP, BOTTOM = 16 * MM, 15 * MM  # the margins of paper.css, where its boxes stand
SIZES = {"A4": (596, 842), "Letter": (612, 792)}  # points, as Chromium rounds millimetres
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)  # rows of text can look like a code of another kind

# What a page says, asked on the screen: words that belong to the frame, and the parts that paper must keep whole.
ASK = """() => {
    const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.innerText.trim()).filter(Boolean);
    const content = document.querySelector("main article");
    const headings = [...content.querySelectorAll("h1, h2, h3:not(.app-question__heading, .app-tools__name), h4, legend")].filter((one) => one.checkVisibility());
    const own = new Set(), walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest("button, summary, select, .app-page-foot")) own.add(walk.currentNode.data.trim());
    return {
        frame: [...texts(":is(a, label):not(main article *, [aria-label='Table of contents'] *), .app-page-foot a"),
            ...[...content.querySelectorAll("button, summary, select")].map((one) => one.textContent.trim()).filter(Boolean)].filter((text) => !own.has(text)),
        headings: headings.map((one) => one.innerText.replace(one.querySelector(".headerlink")?.textContent ?? "", "").trim()),
        rows: [...content.querySelectorAll("tr")].filter((one) => one.checkVisibility()).map((row) => [...row.cells].filter((one) => !one.querySelector(".app-hidden")).map((one) => one.innerText)),
        terms: [...content.querySelectorAll("a.app-term[title]")].map((one) => one.title),
    };
}"""


def squeezed(text: str) -> str:
    """Text without its layout: lines end elsewhere on paper."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Sheet:
    """One sheet: its size in points, what stands in its margins and between them, and how far down that goes (0 to 1)."""

    size: tuple[int, int]
    head: str
    foot: str
    body: str
    lines: tuple[str, ...]
    fill: float
    words: list[Word] = field(repr=False)
    letters: list[Letter] = field(repr=False)

    def starts(self, text: str) -> Word:
        """The first word of a text that stands on this sheet once, with its place and size."""
        wanted = text.split()
        found = [n for n in range(len(self.words)) if [word.text for word in self.words[n : n + len(wanted)]] == wanted]
        assert len(found) == 1, f"{text!r} stands {len(found)} times on the sheet"
        return self.words[found[0]]


@dataclass(frozen=True)
class Printed:
    """A document as it was printed, and what its page said of itself on the screen."""

    pdf: bytes = field(repr=False)
    sheets: list[Sheet]
    said: dict[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """All that stands between the margins, from the first sheet to the last."""
        return squeezed(" ".join(sheet.body for sheet in self.sheets))

    def on(self, text: str) -> list[int]:
        """The sheets, from 0, on which a whole text stands."""
        return [n for n, sheet in enumerate(self.sheets) if squeezed(text) in sheet.body]

    def picture(self, number: int = 0, dots: float = 150) -> Image.Image:
        """A sheet in shades of grey, with so many dots to the inch."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            picture: Image.Image = document[number].render(scale=dots / 72, grayscale=True).to_pil()
            return picture

    def box(self, sheet: int, question: str) -> Image.Image:
        """The box beside a question: what is printed to the left of its words."""
        word = self.sheets[sheet].starts(question)
        left = min(one.x0 for one in self.sheets[sheet].words)
        with pypdfium2.PdfDocument(self.pdf) as document:
            page = document[sheet]
            width, height = page.get_size()
            around = (left - 1, height - word.top - 6 * MM, width - left - 6.5 * MM, word.top - 2.5 * MM)  # which is not drawn
            picture: Image.Image = page.render(scale=300 / 72, crop=around, grayscale=True).to_pil()
            return picture

    def codes(self, number: int = 0) -> list[str]:
        """What the QR codes of a sheet lead to."""
        return [code.text for code in zxingcpp.read_barcodes(self.picture(number), formats=QR)]


def read(pdf: bytes) -> Printed:
    """Read a PDF back."""
    with pypdfium2.PdfDocument(pdf) as document:
        return Printed(pdf, [_sheet(page) for page in document])


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    written, letters = words(page)
    inside = [word for word in written if word.top > TOP - 2 and word.bottom < height - BOTTOM + 2]
    level = [word for word in written if word.size]  # PDFium loses the place of a ligature in turned text
    across = sorted(level, key=lambda word: word.x0)
    room = height - TOP - BOTTOM
    return Sheet(
        size=(round(width), round(height)),
        head=" ".join(word.text for word in across if word.bottom < TOP),
        foot=" ".join(word.text for word in across if word.top > height - BOTTOM),
        body=" ".join(word.text for word in inside),
        lines=tuple(" ".join(word.text for word in line) for _, line in groupby(inside, lambda word: round(word.baseline))),
        fill=(max((word.bottom for word in inside), default=TOP) - TOP) / room,
        words=inside,
        letters=letters,
    )


def shot(place: Locator) -> Image.Image:
    """How something looks on the screen."""
    return Image.open(io.BytesIO(place.screenshot())).convert("RGB")


def settle(page: Page) -> None:
    """Wait until what scripts add is there."""
    until(
        page,
        """() => document.documentElement.dataset.appPaper === "margins" && document.fonts.status === "loaded"
        && !document.querySelector('.app-handout[aria-busy="true"], .app-handout [data-part="panel"][hidden], .app-overview [data-part="page"][hidden]')""",
    )


def printing(page: Page, paper: str = "A4", scale: float = 1) -> Printed:
    """What the browser's own print command makes of a page: backgrounds are off."""
    return read(page.pdf(format=paper, scale=scale))


class Press:
    """Prints pages of the site, each once, for a reader who has the site in dark colours and wrote nothing."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.made: dict[tuple[str, str], Printed] = {}

    def __call__(self, path: str, paper: str = "A4") -> Printed:
        """One page on one paper."""
        if (path, paper) not in self.made:
            self.page.goto(path)
            settle(self.page)
            said = self.page.evaluate(ASK)
            self.made |= {(path, one): replace(printing(self.page, one), said=said) for one in SIZES}
        return self.made[path, paper]
