"""`make ids`: add what is about to go live to the registers: ids of questions and terms, and addresses of pages.

With `--deployed`, only say what is not there yet.
"""

import sys
from pathlib import Path

import yaml

from . import addresses
from .encoding import text_of, written
from .guide import Guide
from .loader import load
from .models import Register
from .parsed_page import parsed_pages

NAME = "published-ids.yml"
START = """\
# yaml-language-server: $schema=schema/published-addresses.json
# Every address of a page that readers, links and printed codes may know. `make ids` adds new ones; never change or remove a line.
# A page that moves or goes stays in the list and gets an entry under `moved`: its old address, and where it leads now (to).
pages:
moved:
"""  # the file of a guide that has published no page yet


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
    if after != {**before, **{section: [*(before[section] or ()), *names] for section, names in ids.items()}}:
        raise ValueError("its lists are not one id a line")
    return result


def new_entries(data: Path) -> tuple[dict[str, dict[str, list[str]]] | None, list[str]]:
    """What the registers lack, by file and section; and what is wrong, which has to be mended before anything is published."""
    guide = load(data)
    paths = list(parsed_pages(data.parent / "docs"))
    register, _, mistakes = addresses.read_addresses(data)
    wrong = [*guide.mistakes, *mistakes, *(addresses.address_mistakes(data, paths) if register else ())]
    if wrong or not guide.register:
        return None, [str(one) for one in wrong]
    known = register.pages if register else ()
    pages = [one for one in sorted(map(addresses.address, paths)) if one not in known]
    return {NAME: missing(guide, guide.register), addresses.NAME: {"pages": pages}}, []


def main(arguments: list[str], data: Path = Path("data")) -> int:
    """Print what was added, or what is wrong; 0 where all is well. The pages stand in docs/, beside the data."""
    found, wrong = new_entries(data)
    if found is None:
        last = () if "--deployed" in arguments else ("Nothing was added: correct this first, because what is published stays for good.",)
        print(*wrong, *last, sep="\n")
        return 1
    news = [(file, name) for file, sections in found.items() for names in sections.values() for name in names]
    if "--deployed" in arguments:
        for file, name in news:
            what = f"'{name}' is about to be published and is not in this file; run make ids and commit the file"
            print(f"{data.name}/{file}: {what}, or write it at the end of its list yourself")
        return 1 if news else 0
    for file, sections in found.items():
        try:
            text = added(text_of(data / file) if (data / file).exists() else START, sections)
        except (ValueError, yaml.YAMLError):
            print(f"{data.name}/{file}: nothing was added; write each list as one entry a line, with two spaces and '- ' before it")
            return 1
        if unwritten := written(data / file, f"{data.name}/{file}", text):
            print(unwritten)
            return 1
    print(*(f"added {name}" for _, name in news), sep="\n", end="\n" if news else "")
    print(f"{len(news)} new in {' and '.join(f'{data.name}/{file}' for file in found)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
