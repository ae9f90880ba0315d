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
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        sign = "-" if code in HYPHENS else chr(code)
        yield None if sign.isspace() else read(index, sign)
    text.close()


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
