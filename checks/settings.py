"""`python -m checks.settings`: whether the engine can use mkdocs.yml, in one sentence a slip, before it stops in its own words."""

import logging
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from checks.pages.toml import toml_mistakes
from macros.encoding import no_file
from macros.mistakes import Mistake, Place
from macros.settings import FILE, source_of
from macros.source import KEY, Source

PATTERNS = {"exclude_docs", "draft_docs", "not_in_nav"}


def unreadable(project: Path) -> list[Mistake]:
    """What is wrong with the settings that every step reads: nothing else that is found would be true."""
    if missing := no_file(project / FILE, FILE):
        return [missing]
    source = source_of(project)
    toml = toml_mistakes(project / "pyproject.toml")
    return [*(source.mistakes or unusable(project, source)), *toml]


def unusable(project: Path, source: Source) -> Iterator[Mistake]:
    """Settings that the engine does not know, or cannot use as they stand."""
    config = MkDocsConfig(config_file_path=str((project / FILE).resolve()))
    logging.disable(logging.WARNING)
    try:
        with (project / FILE).open(encoding="utf-8-sig") as file:
            config.load_dict(yaml_load(file))
        errors, warnings = config.validate()
    except Exception as error:  # whatever a plugin or the engine stumbles over, it does so again in a build
        yield Mistake(Place(FILE, 1), f"the settings cannot be used ({_first(error)}); compare the last change with the lines around it")
        return
    finally:
        logging.disable(logging.NOTSET)
    strange = {name for name, _ in warnings if name not in config._schema_keys}
    for name in sorted(strange):
        near = get_close_matches(name, sorted(config._schema_keys), n=1, cutoff=0.6)
        hint = f"did you mean '{near[0]}'?" if near else "take it out, or put it below 'extra:'"
        yield Mistake(_place(source, name), f"'{name}' is no setting; {hint}")
    for name, wrong in errors:
        if name in PATTERNS and not isinstance(source.data.get(name), str):
            what = f"'{name}' is no list; write '{name}: |' and, on lines of their own below it, names of files without '- '"
        else:
            what = f"the engine cannot use '{name}' ({_first(wrong)}); correct it"
        yield Mistake(_place(source, name), what)


def _first(error: object) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")


def _place(source: Source, name: str) -> Place:
    return Place(FILE, source.at(name, KEY).line if (name, KEY) in source.marks else 0)


def main(project: Path = Path()) -> int:
    """Print what is wrong; 1 where something is."""
    found = unreadable(project)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
