"""What belongs together in the data; the wrong cases stand in tests/fixtures/planted.yml."""

from pathlib import Path

from macros.loader import load
from macros.mistakes import Place
from macros.relations import duplicate_id, unknown_or_repeated
from macros.source import parse
from tests.conftest import Change


def test_the_first_of_two_keeps_its_id() -> None:
    seen: dict[str, Place] = {}
    assert list(duplicate_id(seen, "a", Place("x.yml", 1))) == []
    assert [str(mistake) for n in (2, 3) for mistake in duplicate_id(seen, "a", Place("x.yml", n))] == [
        "x.yml:2: the id 'a' is taken: it stands at x.yml:1; give this one an id of its own",
        "x.yml:3: the id 'a' is taken: it stands at x.yml:1; give this one an id of its own",
    ]


def test_each_name_that_leads_nowhere_is_placed() -> None:
    source = parse("a: [x, y, x, z]", "x.yml")
    assert [str(mistake) for mistake in unknown_or_repeated("term", ["x", "y", "x", "z"], {"x", "yy"}, source, ("a",))] == [
        "x.yml:1:8: there is no term 'y'; did you mean 'yy'?",
        "x.yml:1:11: 'x' stands twice in this list; take one out",
        "x.yml:1:14: there is no term 'z'; use one of: x, yy",
    ]


def test_names_of_a_file_that_could_not_be_read_are_not_held_against_others() -> None:
    source = parse("a: [x]", "x.yml")
    assert list(unknown_or_repeated("term", ["x"], None, source, ("a",))) == []


def test_a_broken_glossary_is_the_only_mistake(data: Path, change: Change) -> None:
    change(data / "glossary.yml", "name: pull", "nam: pull")
    assert {mistake.place.path for mistake in load(data).mistakes} == {"data/glossary.yml"}


def test_broken_principles_are_the_only_mistake(data: Path, change: Change) -> None:
    change(data / "principles.yml", "name: Learning", "nam: Learning")
    assert {mistake.place.path for mistake in load(data).mistakes} == {"data/principles.yml"}


def test_a_principle_that_stands_twice_is_named(data: Path, change: Change) -> None:
    change(data / "principles.yml", "slug: learning", "slug: benefit")
    assert (
        "data/principles.yml:7:11: the id 'benefit' is taken: it stands at data/principles.yml:3:11; give this one an id of its own"
        in map(str, load(data).mistakes)
    )


def test_a_term_that_stands_twice_is_named(data: Path, change: Change) -> None:
    change(data / "glossary.yml", "id: weak-tie", "id: pull")
    assert list(map(str, load(data).mistakes)) == [
        "data/glossary.yml:13:9: the id 'pull' is taken: it stands at data/glossary.yml:8:9; give this one an id of its own"
    ]


def test_a_file_name_is_the_name_of_its_checklist(data: Path) -> None:
    (data / "checklists" / "learning.yml").rename(data / "checklists" / "More learning.yml")
    assert list(map(str, load(data).mistakes)) == [
        "data/checklists/More learning.yml: a checklist's file name is lower-case words joined by hyphens; rename the file"
    ]
