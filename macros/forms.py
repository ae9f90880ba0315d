"""`make forms`: the forms that open where the guide is kept, from data/forms/ and the data. With `--check`, only compare."""

import sys
from pathlib import Path
from typing import Any

import yaml

from .encoding import text_of
from .guide import Guide
from .loader import load

FORMS, MADE = Path("data/forms"), Path(".github/ISSUE_TEMPLATE")
HEAD = "# Made from {name} by `make forms`: change that file, not this one.\n"


def form(guide: Guide, file: Path, name: str) -> str:
    """One form; its `options: "{principles}"` become the names of the principles."""
    filled = _filled(yaml.safe_load(text_of(file)), [principle.name for principle in guide.principles])
    return HEAD.format(name=name) + yaml.safe_dump(filled, sort_keys=False, allow_unicode=True, width=1000)


def _filled(value: Any, names: list[str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, names) for one in value]
    return names if value == "{principles}" else value


def main(arguments: list[str], project: Path = Path()) -> int:
    """Write every form, and name one that nothing makes. With `--check` only name those that are not what the data say."""
    guide = load(project / "data")
    if guide.mistakes:
        print(*guide.mistakes, sep="\n")
        return 1
    texts = {MADE / file.name: form(guide, file, f"{FORMS}/{file.name}") for file in sorted((project / FORMS).glob("*.yml"))}
    there = {path.relative_to(project): text_of(path) for path in sorted((project / MADE).glob("*.yml")) if path.name != "config.yml"}
    stale = [path for path, text in texts.items() if there.get(path) != text]
    left = [path for path in there if path not in texts]
    for path in left:
        print(f"{path}: nothing makes this form; move it to {FORMS}/{path.name}, or take it out")
    for path in stale:
        if "--check" in arguments:
            print(f"{path}: is not what {FORMS}/{path.name} and the data say; run make forms and commit the file")
            continue
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(texts[path], encoding="utf-8", newline="\n")
    return 1 if left or ("--check" in arguments and stale) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
