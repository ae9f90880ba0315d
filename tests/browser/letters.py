"""The letters of a printed sheet, as PDFium finds them: which, where, how large and how pale; and the words they make."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

HYPHENS = {0x2, 0xFFFE}  # what PDFium makes of a hyphen that ends a line


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its box in points from the top left corner of the sheet, its size in points, its ink from 0 (black) to 1."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    lightness: float


@dataclass(frozen=True, slots=True)
class Word:
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
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        sign = "-" if code in HYPHENS else chr(code)
        yield None if sign.isspace() else _letter(text, index, sign, height)
    text.close()


def _letter(text: pypdfium2.PdfTextPage, index: int, sign: str, height: float) -> Letter:
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    ink = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetFillColor(text, index, *ink)
    return Letter(
        text=sign,
        x0=box.left,
        x1=box.right,
        top=height - box.top,
        bottom=height - box.bottom,
        baseline=height - y.value,
        size=pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d) / _scale(text, index),
        lightness=sum(one.value for one in ink[:3]) / 3 / 255,
    )


def _scale(text: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    """How much smaller a letter is set than the style says: fonts.css scales DejaVu where a machine has no narrower font."""
    name = ctypes.create_string_buffer(80)
    pdfium.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.c_int())
    wide = name.value.rpartition(b"+")[2].startswith(b"DejaVuSans") and b"Mono" not in name.value
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
