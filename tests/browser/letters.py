"""The letters of a printed sheet, as PDFium finds them: which, where, how large and how pale; and the words they make."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

HYPHENS = {0x2, 0xFFFE}  # what PDFium makes of a hyphen that ends a line


class Letter(NamedTuple):
    """One letter: its box in points from the top left corner of the sheet, its size in points, its ink from 0 (black) to 1."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    lightness: float


class Word(NamedTuple):
    """What stands between two spaces, with the place and the size of its first letter."""

    text: str
    x0: float
    top: float
    bottom: float
    baseline: float
    size: float


def letters(page: pypdfium2.PdfPage) -> Iterator[Letter | None]:
    """The letters of a sheet in the order in which they were written; None where a word ends."""
    text, height = page.get_textpage(), page.get_height()
    read = _Reader(text.raw, height)
    for index in range(pdfium.FPDFText_CountChars(text)):
        sign = _sign(text, index)
        yield None if sign.isspace() else read(index, sign)
    text.close()


def _sign(text: pypdfium2.PdfTextPage, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(text.raw, index)
    return "-" if code in HYPHENS else chr(code)


def lowest(page: pypdfium2.PdfPage, margin: float = 0) -> str:
    """
    The line that stands lowest on a sheet, above a margin at its foot in points, without spaces. By its letters: WebKit does not
    write a sheet from its top to its foot. Of most letters no more is read than where they stand, which takes a fifth of the time.
    """
    text, x, y = page.get_textpage(), ctypes.c_double(), ctypes.c_double()
    above: list[tuple[float, int]] = []  # how far above the foot of the sheet each letter stands
    for index in range(pdfium.FPDFText_CountChars(text)):
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        if y.value > margin:
            above.append((y.value, index))
    foot = next((height for height, index in sorted(above) if not _sign(text, index).isspace()), 0)
    line = "".join(_sign(text, index) for height, index in above if height - foot < 1)
    text.close()
    return "".join(line.split())


class _Reader:
    """Reads letter after letter into the same places of memory: to ask for them anew takes longer than to read."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, height: float) -> None:
        self.text, self.height = text, height
        self.box, self.matrix, self.x, self.y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
        self.ink = [ctypes.c_uint() for _ in range(4)]
        self.name, self.flags = ctypes.create_string_buffer(80), ctypes.c_int()

    def __call__(self, index: int, sign: str) -> Letter:
        text, height, box = self.text, self.height, self.box
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetMatrix(text, index, self.matrix)
        pdfium.FPDFText_GetCharOrigin(text, index, self.x, self.y)
        pdfium.FPDFText_GetFillColor(text, index, *self.ink)
        return Letter(
            text=sign,
            x0=box.left,
            x1=box.right,
            top=height - box.top,
            bottom=height - box.bottom,
            baseline=height - self.y.value,
            size=pdfium.FPDFText_GetFontSize(text, index) * abs(self.matrix.d) / self._scale(index),
            lightness=sum(one.value for one in self.ink[:3]) / 3 / 255,
        )

    def _scale(self, index: int) -> float:
        """How much smaller a letter is set than the style says: fonts.css scales DejaVu where a machine has no narrower font."""
        pdfium.FPDFText_GetFontInfo(self.text, index, self.name, len(self.name), self.flags)
        wide = self.name.value.rpartition(b"+")[2].startswith(b"DejaVuSans") and b"Mono" not in self.name.value
        return 0.87 if wide else 1.0


def words(page: pypdfium2.PdfPage) -> tuple[list[Word], list[Letter]]:
    """The words of a sheet in the order in which they were written, and all of its letters."""
    made: list[Word] = []
    every: list[Letter] = []
    word: list[Letter] = []
    for letter in [*letters(page), None]:
        # PDFium marks most ends of words; a step to another line or over a gap is one too.
        if word and (letter is None or abs(letter.baseline - word[-1].baseline) > 1 or letter.x0 - word[-1].x1 > 0.2 * letter.size):
            first = word[0]
            made.append(Word("".join(one.text for one in word), first.x0, first.top, first.bottom, first.baseline, first.size))
            word = []
        if letter is not None:
            word.append(letter)
            every.append(letter)
    return made, every
