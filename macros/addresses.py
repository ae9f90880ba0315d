"""The addresses of pages: links and printed codes lead to them, so none that was published is lost without a word.

An address starts with a slash and is what stands behind the site's own: "/" for the first page, "/a-folder/a-page/".
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError

from .mistakes import Mistake, Place, unknown
from .models import Model, listed
from .shape import explain
from .source import Source, read
from .where import url

NAME = "published-addresses.yml"
Address = Annotated[str, StringConstraints(pattern=r"^/([^/\s#?]+/)*$")]
Target = Annotated[str, StringConstraints(pattern=r"^/([^/\s#?]+/)*(#[^\s#]+)?$")]


class Moved(Model):
    """A page that moved, was renamed, or went."""

    address: Address = Field(description="Where it was, for example /workshop/. It stays in the list above as well.")
    to: Target = Field(description="The page that readers find there now, for example /run-a-workshop/ or /workshop/#before.")


class Addresses(Model):
    """data/published-addresses.yml: addresses that have been live. `make ids` adds lines; none is ever removed."""

    pages: tuple[Address, ...] = Field(min_length=1)
    moved: Annotated[tuple[Moved, ...], BeforeValidator(listed, json_schema_input_type=tuple[Moved, ...] | None)] = ()


def address(path: str) -> str:
    """The address of a page: "/a-folder/a-page/" for a-folder/a-page.md below docs/."""
    return f"/{url(path)}"


def read_addresses(data: Path) -> tuple[Addresses | None, Source, list[Mistake]]:
    """The register of a data folder and what is wrong with its shape; None where there is none, which promises nothing."""
    name = f"{data.name}/{NAME}"
    if not (data / NAME).exists():
        return None, Source(name), []
    source = read(data / NAME, name)
    try:
        return (None, source, source.mistakes) if source.mistakes else (Addresses.model_validate(source.data), source, [])
    except ValidationError as error:
        return None, source, list(explain(error, source, Addresses))


def address_mistakes(data: Path, paths: Iterable[str], named: Iterable[Mistake] = ()) -> tuple[Mistake, ...]:
    """What is wrong between the register of a data folder and the pages, by their paths below docs/.

    A page whose file is `named` already is not missed a second time: its name has to be mended first.
    """
    register, source, mistakes = read_addresses(data)
    said = "\n".join(map(str, named))
    return tuple(mistakes if register is None else _between(register, {address(path): path for path in paths}, said, source))


def _between(register: Addresses, live: dict[str, str], said: str, source: Source) -> Iterator[Mistake]:
    moved = {one.address: one.to for one in register.moved}
    seen: dict[str, Place] = {}
    for n, one in enumerate(register.moved):
        here = source.at("moved", n, "address")
        if one.address in seen:
            yield Mistake(here, f"'{one.address}' has moved already, at {seen[one.address]}; keep one of the two entries")
        seen.setdefault(one.address, here)
        if one.address in live:
            yield Mistake(here, f"'{one.address}' is the address of docs/{live[one.address]}; take this entry out, or rename that page")
        elif one.address not in register.pages:
            yield Mistake(here, unknown("published address", one.address, register.pages, "take this entry out"))
        yield from _nowhere(one, moved, live, source.at("moved", n, "to"))
    for n, lost in enumerate(register.pages):
        if lost in register.pages[:n]:
            yield Mistake(source.at("pages", n), f"'{lost}' stands twice here; take this line out")
        elif lost not in live and lost not in moved and f"docs{lost.rstrip('/')}." not in said:
            what = f"'{lost}' was published and no page has this address any more; put the page back, or add to the end of this file"
            yield Mistake(source.at("pages", n), f"{what}, under 'moved:', where it leads now: '- address: {lost}' and 'to: /…/'")


def _nowhere(one: Moved, moved: dict[str, str], live: Collection[str], place: Place) -> Iterator[Mistake]:
    """A new address that is none, or that leads back to where it started."""
    to = one.to.partition("#")[0]
    if to not in live and to not in moved:
        yield Mistake(place, unknown("page at the address", to, live, "write it first"))
    elif to in moved and final(one.address, moved) is None:
        yield Mistake(place, f"'{one.address}' leads round in a circle; name the page that readers should find")


def final(start: str, moved: dict[str, str]) -> str | None:
    """Where an address leads in the end, with the place on that page; None for a circle."""
    way = [start]
    to, _, place = start.partition("#")
    while to in moved:
        to, _, new = moved[to].partition("#")
        place = new or place
        if to in way:
            return None
        way.append(to)
    return f"{to}#{place}" if place else to
