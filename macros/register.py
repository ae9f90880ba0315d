"""`make ids`: add every new id to data/published-ids.yml. With `--deployed`, only say which are not there yet."""

import sys
from pathlib import Path

import yaml

from .guide import Guide
from .loader import load
from .models import Register

NAME = "published-ids.yml"


def missing(guide: Guide, register: Register) -> dict[str, list[str]]:
    """Ids that are live and not in the register, by section of the register, in the order of the files."""
    live = {"questions": [question.id for question in guide.questions()], "terms": list(guide.terms)}
    published = {"questions": register.questions, "terms": register.terms}
    return {section: [name for name in live[section] if name not in published[section]] for section in live}


def added(text: str, ids: dict[str, list[str]]) -> str:
    """The register's text with `ids` at the end of each section; every other line stays as it is.

    Raises ValueError or YAMLError where a section is not written as one id a line.
    """
    lines = text.splitlines()
    for section, names in ids.items():
        start = lines.index(f"{section}:")
        end = next((n for n, line in enumerate(lines) if n > start and not line.startswith("  - ")), len(lines))
        lines[end:end] = [f"  - {name}" for name in names]
    result = "\n".join([*lines, ""])
    before, after = yaml.safe_load(text), yaml.safe_load(result)
    if after != {**before, **{section: [*before[section], *names] for section, names in ids.items()}}:
        raise ValueError("its lists are not one id a line")
    return result


def main(arguments: list[str], data: Path = Path("data")) -> int:
    """Print what was added, or what is wrong; 0 where all is well."""
    guide = load(data)
    for mistake in guide.mistakes:
        print(mistake)
    if guide.mistakes or not guide.register:
        print("No id was added: correct this first, because an id that is published stays for good.")
        return 1
    new = missing(guide, guide.register)
    names = [name for section in new.values() for name in section]
    register = data / NAME
    if "--deployed" in arguments:
        for name in names:
            print(f"{data.name}/{NAME}: '{name}' is about to be published and is not in this file; run make ids and commit the file")
        return 1 if names else 0
    try:
        register.write_text(added(register.read_text(encoding="utf-8"), new), encoding="utf-8", newline="\n")
    except (ValueError, yaml.YAMLError):
        print(f"{data.name}/{NAME}: no id was added; write each list as one id a line, with two spaces and '- ' before it")
        return 1
    print(*(f"added {name}" for name in names), f"{len(names)} new ids in {data.name}/{NAME}", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
