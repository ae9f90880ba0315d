"""How a mistake reads."""

import pytest

from macros.mistakes import Mistake, Place, unknown


@pytest.mark.parametrize(
    ("place", "reads"),
    [
        (Place("data/x.yml", 7, 5), "data/x.yml:7:5"),
        (Place("docs/x.md", 7), "docs/x.md:7"),
        (Place("data/x.yml"), "data/x.yml"),
    ],
)
def test_a_place_reads_as_editors_open_it(place: Place, reads: str) -> None:
    assert str(place) == reads


def test_a_mistake_reads_as_its_place_and_one_sentence() -> None:
    assert str(Mistake(Place("data/x.yml", 1, 2), "it is wrong; mend it")) == "data/x.yml:1:2: it is wrong; mend it"


def test_mistakes_sort_by_file_and_line() -> None:
    late, early, other = (Mistake(Place(path, line), "x") for path, line in (("a", 10), ("a", 9), ("b", 1)))
    assert sorted([other, late, early]) == [early, late, other]


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        (["pull", "push"], "did you mean 'pull'?"),
        (["b", "a"], "use one of: a, b"),
        ([f"b{n}" for n in range(12)], "use one of: b0, b1, b10, b11, b2, b3, b4, b5, b6, b7, b8, b9"),
        ([f"b{n}" for n in range(13)], "add it to the data first, or use one of the 13 that are there"),
        ([], "add it to the data first, or use one of the 0 that are there"),
    ],
)
def test_an_unknown_name_gets_the_nearest_one_or_all_where_they_are_few(known: list[str], hint: str) -> None:
    assert unknown("term", "pul", known) == f"there is no term 'pul'; {hint}"


def test_a_name_that_has_nothing_in_common_is_not_suggested() -> None:
    assert "did you mean" not in unknown("term", "adoption", ["pull", "weak-tie"])
