"""A macro as a page calls it: what cannot be answered is logged, and shown where it stands."""

import inspect
import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from .guide import Guide
from .mistakes import Mistake, Place, WrongCallError
from .render import html
from .where import where

Macro = Callable[..., str]  # takes the guide and the place of its call, then what the page gives
log = logging.getLogger("mkdocs.plugins.guide")  # below "mkdocs.plugins" so that --strict counts it


class UnknownMacro:
    """Stands in for a macro that does not exist, so that the rest of the page is built; the mistake itself was logged before."""

    def __init__(self, env: Any, what: str) -> None:
        self.env, self.what = env, what

    def __call__(self, *_: object, **__: object) -> "UnknownMacro":
        """Where a page calls the name."""
        return self

    def __str__(self) -> str:
        return _box(where(self.env), self.what)


class Answering:
    """What a page calls by the macro's name; `misplaced` says at which places it would tear the page apart."""

    def __init__(self, env: Any, guide: Guide, macro: Macro, misplaced: dict[Place, str]) -> None:
        self.env, self.guide, self.macro, self.misplaced = env, guide, macro, misplaced
        self.named: set[Mistake] = set()

    def __call__(self, *args: object, **options: object) -> object:
        """Where the engine runs the call."""
        unknowns = [value for value in (*args, *options.values()) if isinstance(value, UnknownMacro)]
        return unknowns[0] if unknowns else self.at(where(self.env), args, options)

    def at(self, place: Place, args: tuple[object, ...], options: dict[str, object]) -> str:
        """The answer to a call at `place`."""
        if place in self.misplaced:
            return _box(place, self.misplaced[place])
        what = wrong(self.macro, args, options)
        try:
            if not what:
                return self.macro(self.guide, place, *args, **options)
        except WrongCallError as error:
            what = str(error)
            if self.guide.unread:  # what is missing may stand there: one broken file shall not be blamed on every page
                return _box(place, f"this has to wait; first mend {' and '.join(self.guide.unread)}")
        except TemplateError as error:
            found = unprinted(error, place)
            if found not in self.named:  # once, not for every page that shows it
                log.error("%s", found)
            self.named.add(found)
            return _box(found.place, found.what)
        log.error("%s", Mistake(place, what))
        return _box(place, what)


def unprinted(error: TemplateError, place: Place) -> Mistake:
    """What is wrong with a template, at its line; `place` is where a page asked for it."""
    stops = [(stop.filename, stop.lineno or 0) for stop in extract_tb(error.__traceback__) if stop.filename.endswith(".html")]
    if isinstance(error, TemplateSyntaxError):
        stops.append((error.filename or "", error.lineno))
    if stops:
        file, line = stops[-1]
        place = Place(f"macros/templates/{Path(file).name}", line)
    if isinstance(error, TemplateNotFound):  # its own words name a folder of this machine
        return Mistake(place, f"there is no template '{error.name}'; correct the name")
    return Mistake(place, f"the template cannot be printed: {error.message}; correct it")


def wrong(macro: Macro, args: tuple[object, ...], options: dict[str, object]) -> str:
    """What is wrong with a call that has too much or too little in its brackets, or something that is not text; else ''."""
    if what := _unbound(macro, len(args), tuple(options)):
        return what
    stray = [value for value in (*args, *options.values()) if not isinstance(value, str)]
    return f"{stray[0]} is not text; put quotes round each id and text in the brackets" if stray else ""


@cache  # pages call a few macros thousands of times, in few ways
def _unbound(macro: Macro, args: int, options: tuple[str, ...]) -> str:
    """What is wrong with so many texts, and options of these names; else ''."""
    signature = inspect.signature(macro)
    usage = ", ".join(list(signature.parameters)[2:])
    try:
        signature.bind(None, None, *[""] * args, **dict.fromkeys(options))
    except TypeError as error:
        return f"{macro.__name__}({usage}) cannot be called like this: {error}; correct the call"
    return ""


def _box(place: Place, what: str) -> str:
    return html("mistake.html", place=place, what=what)
