"""What happens to a file between two people: editors, mail, chat and word processors."""

import html
import quopri
import re
import textwrap
from collections.abc import Callable

Change = Callable[[str], str]


def quoted(text: str, mark: str = "> ") -> str:
    """As an answer to a mail quotes it."""
    return "\n".join(mark + line for line in text.split("\n"))


def wrapped(text: str) -> str:
    """Long lines broken at a space, and within a word that is longer."""
    return "\n".join(part for line in text.split("\n") for part in textwrap.wrap(line, 76, drop_whitespace=True) or [""])


def cut(text: str, width: int = 76) -> str:
    """Long lines broken wherever they are full."""
    return "\n".join(line[n : n + width] for line in text.split("\n") for n in range(0, max(1, len(line)), width))


def flowed(text: str) -> str:
    """Long lines broken after a space, which stays (RFC 3676)."""
    return re.sub(r"([^\n]{40,60} )(?=\S)", r"\1\n", text)


def typographic(text: str) -> str:
    """Straight quotes as a word processor turns them."""
    return re.sub(r'"([^"\n]*)"', "“\\1”", text).replace('"', "”")


BANNER = "-----Original Message-----\nFrom: Ana {work}\nSubject: the file\n\nHere it is:\n\n"
TEXT: dict[str, Change] = {
    "quoted": quoted,
    "quoted closely": lambda text: quoted(text, ">"),
    "quoted twice": lambda text: quoted(quoted(text)),
    "between banners": lambda text: f"{BANNER}{text}\n\n-- \nAna {{ext. 12}}\n",
    "in a fence": lambda text: f"```json\n{text}\n```\n",
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "hard spaces at the start of lines": lambda text: re.sub("^ +", lambda found: "\u00a0" * len(found[0]), text, flags=re.MULTILINE),
    "invisible signs": lambda text: text.replace(" ", " \u200b").replace(":", "\u2060:"),
    "typographic quotes": typographic,
    "typographic apostrophes": lambda text: text.replace("'", "’"),
    "dots as one sign": lambda text: text.replace("...", "…"),
    "dashes as one sign": lambda text: text.replace("--", "–"),
    "lines broken at spaces": wrapped,
    "lines broken anywhere": cut,
    "flowed lines": flowed,
    "quoted-printable": lambda text: quopri.encodestring(text.encode()).decode("ascii"),
    "written as HTML": html.escape,
    "written as HTML with breaks": lambda text: "<pre>" + html.escape(text).replace("\n", "<br>\n") + "</pre>",
    "a comma too many": lambda text: re.sub(r"\n( *)([]}])", r",\n\1\2", text),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Mac line ends": lambda text: text.replace("\n", "\r"),
    "on one line": lambda text: re.sub(r"\n *", " ", text),
    "without indents": lambda text: re.sub(r"^ +", "", text, flags=re.MULTILINE),
}
BYTES: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 with a mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16, the other way": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-16, the other way, without a mark": lambda text: text.encode("utf-16-be"),
    "UTF-32": lambda text: b"\xff\xfe\x00\x00" + text.encode("utf-32-le"),
    "Windows-1252": lambda text: text.encode("cp1252", "replace"),
    "Mac Roman": lambda text: text.encode("mac_roman", "replace"),
    "Latin 1": lambda text: text.encode("latin-1", "replace"),
}
# What loses something: it is named, never taken in as it is.
LOSSES: dict[str, Change] = {
    "cut off": lambda text: text[: len(text) * 2 // 3],
    "signs lost": lambda text: text.replace("Falls", "F?lls").replace("é", "\ufffd"),
    "a sign for another": lambda text: text.replace("nurses", "nurser"),
    "two spaces made one": lambda text: re.sub(r"(?<=\S) {2,}", " ", text),
    "marks of Markdown lost": lambda text: text.replace("*", ""),
    "one line lost": lambda text: re.sub(r'\n *"what": [^\n]*', "", text, count=1),
}
