"""Signs that look like those of a name and are others: a hyphen of a word processor, a letter of another alphabet, a space at the end."""

import re
import unicodedata

HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
# Letters of other alphabets that nobody can tell from ours.
LETTERS = str.maketrans("аеіјорсухѕԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο" + "АВЕКМНОРСТХ", "aeijopcyxsdqwh" + "ABEZHIKMNOPTYXo" + "ABEKMHOPCTX")


def plainly(written: str) -> str:
    """A name as it would be typed on an English keyboard, as far as the eye sees no difference."""
    text = re.sub(f"[{HYPHENS}]", "-", unicodedata.normalize("NFKC", written))
    return text.translate(LETTERS).strip()


def lookalike(written: str, meant: str) -> str:
    """The sentence for a name that looks like another one and is not; '' where anybody sees the difference."""
    if written == meant or plainly(written) != plainly(meant):
        return ""
    strange = next((sign for sign in written if ord(sign) > 127), "")
    called = f" ({unicodedata.name(strange, '').lower()})" if strange else ""
    return f"a sign in '{written}' only looks like the right one{called}; type '{meant}' anew"
