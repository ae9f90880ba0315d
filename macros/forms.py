"""`make forms`: the forms that open where the guide is kept, from data/forms/ and the data. With `--check`, only compare."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from .encoding import no_file, text_of, written
from .guide import Guide
from .loader import load
from .mistakes import Mistake
from .models import Id, Model, Text
from .shape import explain
from .source import Source, read

FORMS, MADE = Path("data/forms"), Path(".github/ISSUE_TEMPLATE")
HEAD = "# Made from {name} by `make forms`: change that file, not this one.\n"


class Part(Model):
    """One field of a form, or some words between them."""

    type: Literal["checkboxes", "dropdown", "input", "markdown", "textarea"]
    id: Id | None = None
    attributes: dict[str, Any]
    validations: dict[str, bool] = Field(default={})


class Form(Model):
    """One file of data/forms/, as GitHub asks for it."""

    name: Text
    description: Text
    title: Text | None = None
    labels: tuple[Text, ...] = ()
    body: tuple[Part, ...] = Field(min_length=1)


def read_form(file: Path, name: str) -> Source:
    """One form, and what is wrong with it; `name` is how mistakes call it."""
    source = read(file, name)
    try:
        if not source.mistakes:
            Form.model_validate(source.data)
    except ValidationError as error:
        return replace(source, mistakes=list(explain(error, source, Form)))
    return source


def form(guide: Guide, source: Source) -> str:
    """One form; its `options: "{principles}"` become the names of the principles."""
    filled = _filled(source.data, [principle.name for principle in guide.principles])
    return HEAD.format(name=source.name) + yaml.safe_dump(filled, sort_keys=False, allow_unicode=True, width=1000)


def _filled(value: Any, names: list[str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, names) for one in value]
    return names if value == "{principles}" else value


def main(arguments: list[str], project: Path = Path()) -> int:
    """Write every form, and name one that nothing makes. With `--check` only name those that are not what the data say."""
    guide = load(project / "data")
    sources = {file.name: read_form(file, f"{FORMS}/{file.name}") for file in sorted((project / FORMS).glob("*.yml"))}
    made = [path for path in sorted((project / MADE).glob("*.yml")) if path.name != "config.yml"]
    wrong: list[Mistake | None] = [*guide.mistakes, *(one for source in sources.values() for one in source.mistakes)]
    wrong += [no_file(path, f"{MADE}/{path.name}") for path in made]
    if any(wrong):
        print(*filter(None, wrong), sep="\n")
        return 1
    texts = {MADE / name: form(guide, source) for name, source in sources.items()}
    there = {path.relative_to(project): text_of(path) for path in made}
    stale = [path for path, text in texts.items() if there.get(path) != text]
    left = [path for path in there if path not in texts]
    for path in left:
        print(f"{path}: nothing makes this form; move it to {FORMS}/{path.name}, or take it out")
    stays = "{path}: is not what {forms}/{path.name} and the data say; run make forms and commit the file"
    said = [
        stays.format(path=path, forms=FORMS) if "--check" in arguments else written(project / path, path.as_posix(), texts[path])
        for path in stale
    ]
    for one in filter(None, said):
        print(one)
    return 1 if left or any(said) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
