"""The one Jinja environment: templates print, Python computes."""

import re
from collections.abc import MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes

_trees: dict[str, nodes.Template] = {}  # templates that were parsed and not printed yet, by their text


class _ParsedOnce(FileSystemLoader):
    """Makes templates of what uses.py has parsed: to parse them all again takes as long as to read all pages of the guide."""

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:  # noqa: A002 (Jinja's name)
        source, file, current = self.get_source(environment, name)
        if not (tree := _trees.pop(source, None)):
            return super().load(environment, name, globals)
        code = environment.compile(tree, name, file)
        return environment.template_class.from_code(environment, code, globals or {}, current)


_templates = Environment(
    loader=_ParsedOnce(Path(__file__).parent / "templates", encoding="utf-8"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


HTML = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;"})


def _left_open(word: str, names: str) -> str:
    """A word whose {names} a script fills in, or publish/: the template says which, and uses.py reads it there."""
    return word


def _each(part: object, *plain: str, **named: str) -> list[tuple[str, str]]:
    """Words of a part as pairs of name and text, for scripts that ask by name: some plain, some with the {names} they leave open."""
    return [(word, getattr(part, word)) for word in (*" ".join(plain).split(), *named)]


def capital(text: str) -> str:
    """A text as a heading starts."""
    return text[:1].upper() + text[1:]


_templates.filters |= {"capital": capital, "left_open": _left_open, "each": _each}


def parsed(text: str) -> nodes.Template:
    """A template as Jinja parses it, kept until it is printed first; raises TemplateSyntaxError."""
    return _trees.setdefault(text, _templates.parse(text))


def html(template: str, **values: object) -> str:
    """Print a template as HTML that Markdown passes through: no blank lines, one per start and end."""
    lines = _templates.get_template(template).render(**values).splitlines()
    return "\n".join(line for line in lines if line.strip())


def link(text: str, target: str, title: str = "", classes: str = "") -> str:
    """A Markdown link, so that the engine checks where it leads."""
    hint = f' "{escaped(title)}"' if title else ""
    attributes = "{ " + " ".join(f".{name}" for name in classes.split()) + " }" if classes else ""
    return f"[{escaped(text)}]({target}{hint}){attributes}"


@lru_cache(maxsize=4096)  # the short meaning of a term stands on many pages
def escaped(text: str) -> str:
    """Plain text that Markdown prints as it stands, wherever in a page it lands: in a link, a cell, a heading, at the start of a line."""
    text = re.sub(r"\s*[\n\t]\s*", " ", text).lstrip().replace("&", "&amp;")
    text = re.sub(r"[\\`*_\[\]{}|]", r"\\\g<0>", text)
    text = re.sub(r"^[#+!?=:-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]", lambda sign: f"&#{ord(sign[0])};", text)
    return text.replace("~", "&#126;").translate(HTML)
