"""Turn what the models refuse into sentences for people who write data, not code."""

import datetime
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .lookalikes import lookalike, plainly
from .mistakes import Mistake
from .source import KEY, Source

# By pydantic's own names: https://docs.pydantic.dev/latest/errors/validation_errors/
SENTENCES = {
    "missing": "the field {field} is missing; add a line '{name}: …' here",
    "extra_forbidden": "{field} is not a field here; {hint}",
    "string_too_short": "{field} is empty; write its text",
    "string_short": "{field} is {length} characters long and needs {min_length} or more; say a little more",
    "string_too_long": "{field} is {length} characters long and may have {max_length}; shorten it",
    "string_type": "{field} must be text, but is {kind}; write its text, or put quotes round it",
    "too_short": "{field} is empty; add at least one entry",
    "too_long": "{field} has {actual} entries and may have {max_length}; take some out",
    "tuple_type": "{field} must be a list, but is {kind}; write it as [one, two], or as lines that start with '- '",
    "model_type": "{field} must have fields of its own, but is {kind}; look at its neighbours for the pattern",
    "dict_type": "{field} must have lines of its own, but is {kind}; look at its neighbours for the pattern",
    "date_type": "{field} must be a day, but is {kind}; write it like 2026-11-22, without quotes",
    "int": "{field} must be a whole number, but is {kind}; write figures alone, without quotes",
    "bool": "{field} must be true or false, but is {kind}; write one of the two",
    "greater_than_equal": "{field} is {value}; correct it",
    "less_than_equal": "{field} is {value}; correct it",
    "literal_error": "'{value}' is not known under {field}; use one of: {expected}",
    "entries": "{field} must have {expected}; add what is missing, or take out what is too much for one sheet of paper",
    "pattern": "'{value}' cannot be read as a pattern; look for a bracket without its partner, or an asterisk too much",
    "question": "{field} does not end with a question mark; ask one open question",
    "braces": "{field} must have exactly {expected} in braces, to be filled in; put back what is missing and take out what is not meant",
}
OTHER = "{field} is wrong: {problem}; correct it"
ADDRESS = "'{value}' is not an address; write what stands behind the site's own, with a slash at both ends: '/a-folder/a-page/'"
WHOLE = "'{value}' is not a whole address; write it from https:// on"
PATTERNS = {
    "site_url": WHOLE,
    "issues": WHOLE,
    "licence_url": WHOLE,
    "feedback": f"{WHOLE}, or a mailbox as 'mailto:us@example.org'",
    "edit_uri": f"{WHOLE}, with {{{{path}}}} where the name of a page's file stands",
    "former_paths": "'{value}' is not a path on this host; write what stands behind its name, with a slash at both ends: '/old-guide/'",
    "storage_prefix": "'{value}' is not a name for keys; use lower-case letters, digits and hyphens, for example 'our-guide'",
    "moved_to": "'{value}' is not the address of a site; write it whole, from https:// to the slash at its end",
    "principles": "'{value}' is not a folder's name; write it without a slash at either end",
    "address": ADDRESS,
    "pages": ADDRESS,
    "to": ADDRESS,
    "url": "'{value}' is not a web address; write it whole, from https:// on, without spaces and brackets",
    "id": "'{value}' is not a valid id; use lower-case words joined by hyphens, for example 'time-who-decides'",
}
KINDS = {
    bool: "yes or no",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "a group of fields",
    datetime.date: "a date",
    datetime.datetime: "a day with a time",
    type(None): "nothing",
}


def explain(error: ValidationError, source: Source, model: type[BaseModel]) -> Iterator[Mistake]:
    """One mistake for each thing that is wrong, at the place where it stands."""
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # not empty: its entries were refused, and each of them says so
        path = detail["loc"]
        place = source.at(*path, KEY) if detail["type"] == "extra_forbidden" else source.at(*path)
        yield Mistake(place, _sentence(detail, model))


def _sentence(detail: ErrorDetails, model: type[BaseModel]) -> str:
    path, value = detail["loc"], detail["input"]
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    context: dict[str, Any] = detail.get("ctx", {})
    right = context.get("pattern", r"[\d-]+" if detail["type"] in {"date_type", "int_type"} else "(?!)")
    if isinstance(value, str) and re.search(f"^(?:{right})$", plainly(value)) and (other := lookalike(value, plainly(value))):
        return other
    if detail["type"] == "string_pattern_mismatch":
        return PATTERNS.get(name, PATTERNS["id"]).format(value=value)
    kind = detail["type"].split("_")[0] if detail["type"].startswith(("int_", "bool_")) else detail["type"]
    if kind == "string_too_short" and value.strip():
        kind = "string_short"
    return SENTENCES.get(kind, OTHER).format(
        name=name,
        field=f"'{name}'" if name and name == path[-1] else f"this entry of '{name}'" if name else "the file",
        value=value,
        kind=KINDS.get(type(value), "something else"),
        length=len(str(value)),
        min_length=context.get("min_length"),
        max_length=context.get("max_length"),
        actual=context.get("actual_length"),
        expected=context.get("expected") or "no names",
        hint=_nearest(name, _fields(model, path[:-1])) if kind == "extra_forbidden" else "",
        problem=detail["msg"][:1].lower() + detail["msg"][1:],
    )


def _fields(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The fields that the model knows at a path."""
    here: type[BaseModel] = model
    for part in path:
        if isinstance(part, str):
            here = _inner(here.model_fields[part].annotation)
    return [field.alias or name for name, field in here.model_fields.items()]


def _inner(annotation: Any) -> type[BaseModel]:
    """The model inside `Model` or `tuple[Model, ...]`."""
    found: type[BaseModel] = annotation if isinstance(annotation, type) else annotation.__args__[0]
    return found


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"use one of: {', '.join(known)}"
