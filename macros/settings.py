"""What mkdocs.yml says to the macros, under `extra`: who publishes this copy, and where the pages stand that others link to.

Long because whoever reads the settings as they stand in the file, or a part of them, does it here.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BeforeValidator, StringConstraints, ValidationError

from .encoding import misread, text_of
from .mistakes import Mistake, Place, WrongCallError
from .models import Model
from .shape import explain
from .source import Source, parse
from .where import url

FILE = "mkdocs.yml"
# The engine's own kinds of values, which plain YAML does not know.
FROM_OUTSIDE = re.compile(r"!ENV \[[^],]*, *(\"[^\"]*\"|[^]]*)\]|(?<=\s)!\S+(?=\s|$)")
Said = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]  # a line that has no value yet says nothing
Prefix = Annotated[Said, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
Former = Annotated[str, StringConstraints(pattern=r"^/([^/?#\s]+/)*$")]
Site = Annotated[Said, StringConstraints(pattern=r"^(https?://\S+/)?$")]
Web = Annotated[Said, StringConstraints(pattern=r"^(https?://\S+)?$")]
Reach = Annotated[Said, StringConstraints(pattern=r"^(https?://\S+|mailto:[^\s@/]+@\S+)?$")]
Edited = Annotated[Said, StringConstraints(pattern=r"^(https?://\S*\{path\}\S*)?$")]
Folder = Annotated[Said, StringConstraints(pattern=r"^[^/].*[^/]$")]
Part = TypeVar("Part", bound=Model)


class Publisher(Model):
    """`extra.publisher`: what differs from one copy to the next."""

    site_url: Web = ""
    edit_uri: Edited = ""
    feedback: Reach = ""
    feedback_read: Said = ""  # "within two weeks"
    issues: Web = ""
    content_licence: Said = ""
    former_paths: tuple[Former, ...] = ()  # on this host: no browser shows what another host kept
    moved_to: Site = ""  # each page says so, and how answers come along
    build: Said = ""
    storage_prefix: Prefix = "spread-guide"  # what browsers keep under it already has to be found
    audience: Said = ""
    attribution: Said = ""
    licence_sentence: Said = ""
    licence_url: Web = ""
    independence: Said = ""

    @property
    def credit(self) -> str:
        """Whose words and whose site these are, in a few sentences."""
        return " ".join(filter(None, (self.attribution, self.brief)))

    @property
    def brief(self) -> str:
        """The part of it that a single sheet has room for."""
        return " ".join(filter(None, (self.licence_sentence, self.independence)))


class Special(Model):
    """`extra.pages`: the files of the pages that others link to, below docs/. '' where this guide has none."""

    principles: Folder = "principles"  # a page in it is called as its principle's slug
    glossary: Said = ""
    tools: Said = ""
    workbook: Said = ""
    handout: Said = ""
    workshop: Said = ""
    feedback: Said = ""

    def file(self, name: str) -> str:
        """The file of a page, with the place on it where one is named; raises WrongCallError where this guide has none."""
        found = str(getattr(self, name))
        if not found:
            raise WrongCallError(f"this links to the page '{name}', and {FILE} names none; add a line '{name}: …' below 'pages:' there")
        return found

    def url(self, name: str) -> str:
        """The address of a page below the site's; '' where this guide has none."""
        path, mark, anchor = str(getattr(self, name)).partition("#")
        return url(path) + mark + anchor if path else ""

    def principle(self, slug: str) -> str:
        """The file of a principle's page."""
        return f"{self.principles}/{slug}.md"


class Settings(NamedTuple):
    """Both parts, what is wrong with them, and where their lines stand."""

    publisher: Publisher
    pages: Special
    mistakes: tuple[Mistake, ...]
    source: Source


def source_of(project: Path, name: str = FILE) -> Source:
    """The settings as YAML; what comes from outside has the value that it has without."""
    if not (project / name).is_file():
        return Source(name)
    if wrong := misread(project / name, name):
        return Source(name, mistakes=[wrong])
    found = parse(FROM_OUTSIDE.sub(_plainly, text_of(project / name)), name, prose=False)
    if not (found.mistakes or isinstance(found.data, dict)):
        return Source(name, mistakes=[Mistake(Place(name, 1), "these are no settings; each line of them is a name, a colon and a value")])
    return found


def part(source: Source, *path: str) -> dict[str, Any]:
    """The settings at a path; none where something else stands there."""
    here = source.data
    for name in path:
        here = here.get(name) if isinstance(here, dict) else None
    return here if isinstance(here, dict) else {}


def _plainly(found: re.Match[str]) -> str:
    return (found[1] or "").rjust(len(found[0]))


def read_settings(extra: Mapping[str, Any], source: Source) -> Settings:
    """Read what the engine knows; `source` says at which line it stands."""
    publisher, wrong = _part(Publisher, extra, "publisher", source)
    pages, lost = _part(Special, extra, "pages", source)
    return Settings(publisher or Publisher(), pages or Special(), (*wrong, *lost), source)


def _part(model: type[Part], extra: Mapping[str, Any], name: str, source: Source) -> tuple[Part | None, tuple[Mistake, ...]]:
    try:
        return model.model_validate(extra.get(name) or {}), ()
    except ValidationError as error:
        return None, tuple(explain(error, below(source, "extra", name), model))


def below(source: Source, *start: str) -> Source:
    """The marks of a part, as if it were a file of its own."""
    marks = {path[len(start) :]: mark for path, mark in source.marks.items() if path[: len(start)] == start}
    return Source(source.name, marks={(): (0, 0), **marks})


def place_of(source: Source, *path: str) -> Place:
    """The line of a setting, or the file where it stands in none of its lines."""
    return Place(source.name, source.marks[path][0]) if path in source.marks else Place(source.name)
