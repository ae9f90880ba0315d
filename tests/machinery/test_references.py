"""Sources: in full at the end of a page, in a few words elsewhere."""

import re
from dataclasses import replace

import pytest

from macros.guide import Guide
from macros.library import Report
from macros.mistakes import Place, WrongCallError
from macros.references import cited, references, short_name

PAGE = Place("docs/about.md")


def make(authors: str = "Smith A", **fields: object) -> Report:
    basis = {"id": "one", "authors": authors, "title": "Ideas", "url": "https://example.org/1", "kind": "paper", "list": False}
    return Report.model_validate(basis | fields)


def test_sources_stand_in_the_order_of_their_authors_each_once(guide: Guide) -> None:
    reports = {"z": make("Zadeh L", id="z"), "b": make("brown C", id="b"), "a": make("Brown B", id="a", title="A first title")}
    known = replace(guide, reports=reports)
    found = references(known, PAGE, "z", "b", "a", "z")
    assert re.findall(r"^- (\S+ \S+)\.", found, re.MULTILINE) == ["Brown B", "brown C", "Zadeh L"]


def test_each_source_is_a_list_item_with_a_class_of_its_own(guide: Guide) -> None:
    assert references(guide, PAGE, "smith-2001") == (
        "- Smith A (2001). [How ideas travel](https://doi.org/10.1000/1).\n  { .app-reports__source }"
    )


def test_an_unknown_report_is_a_wrong_call_that_names_the_nearest(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="there is no report 'smith-2011'; did you mean 'smith-2001'"):
        references(guide, PAGE, "smith-2001", "smith-2011")


def test_no_report_at_all_is_a_wrong_call(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="no report is named"):
        references(guide, PAGE)


def test_a_source_says_its_year_and_publisher_where_they_are_known() -> None:
    assert cited(make(year=1999, source="A journal")) == "Smith A (1999). [Ideas](https://example.org/1). *A journal*."
    assert cited(make()) == "Smith A. [Ideas](https://example.org/1)."


def test_a_title_that_asks_keeps_its_own_mark() -> None:
    assert cited(make(title="Is it a thing?")) == "Smith A. [Is it a thing?](https://example.org/1)"


@pytest.mark.parametrize(
    ("authors", "short"),
    [
        ("Horton T", "Horton"),
        ("Snowden D, Boone M", "Snowden and Boone"),
        ("Denis J-L, Hébert Y, Langley A", "Denis and others"),
        ("Moore G, and others", "Moore and others"),
        ("Long JC, Opra Widerquist M", "Long and Opra Widerquist"),
        ("NHS England", "NHS England"),
        ("World Health Organization and ExpandNet", "World Health Organization and ExpandNet"),
        ("UCL", "UCL"),
    ],
)
def test_a_short_name_drops_initials_and_keeps_the_names_of_bodies(authors: str, short: str) -> None:
    assert short_name(make(authors)) == short
    assert short_name(make(authors, year=2020)) == f"{short}, 2020"
