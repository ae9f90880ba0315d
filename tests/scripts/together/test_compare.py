"""Workbooks side by side: who said what, how far groups agree, and what can be taken away."""

import csv
import html.parser
import io
import itertools
from typing import Any

import pytest

from tests.conftest import BUILD
from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, MADE, SAID, URL, WORDS

QUESTIONS = ("benefit-a", "benefit-b", "power-a", "power-b")
WORDS_HERE = {**WORDS, **SAID["together"]}


def catalogue() -> dict[str, Any]:
    """Two checklists of two questions, and one that the guide no longer asks."""
    lists = [
        {
            "slug": slug,
            "title": slug.title(),
            "url": URL,
            "questions": [{"id": f"{slug}-{one}", "text": f"{slug} {one}?", "url": f"{URL}#{slug}-{one}"} for one in "ab"],
        }
        for slug in ("benefit", "power")
    ]
    return {"lists": lists, "retired": [{"id": "old", "text": "Who was it?"}], "words": WORDS}


def book(group: str, **answers: dict[str, Any]) -> dict[str, Any]:
    """A group's workbook; each answer is given by its fields."""
    whole = {
        name.replace("_", "-"): {"edits": {field: [1, group[-1].lower()] for field in fields}, **fields} for name, fields in answers.items()
    }
    return {"id": f"w{group[-1].lower()}", "about": {"title": "Falls clinic", "group": group, "edits": {}}, "answers": whole}


def three() -> list[dict[str, Any]]:
    """A and B discussed a question that is not relevant to C; one was discussed by all, one by one of them, one by nobody."""
    discussed = {"status": "discussed"}
    return [
        book("Table A", benefit_a=discussed | {"note": "On the wards."}, benefit_b=discussed, power_a=discussed),
        book("Table B", benefit_a=discussed, benefit_b=discussed),
        book("Table C", benefit_a={"status": "not-relevant", "reason": "we all know why"}, benefit_b=discussed),
    ]


def compare(modules: Modules, *given: Any) -> Any:
    """The table of these workbooks."""
    return modules.call("together/compare", "compare", catalogue(), *given)


def test_what_belongs_to_no_question_stands_last_and_counts_for_nothing(modules: Modules) -> None:
    table = compare(modules, [*three()[:2], book("Table C", in_general={"note": "Parked"}, power_a={"decided": "Begin"})])
    last = table["rows"][-1]
    assert (last["id"], last["kind"], [cell["status"] for cell in last["cells"]]) == ("in-general", "", ["", "", ""])
    assert last["cells"][2]["notes"][0]["text"] == "Parked"
    assert table["counts"]["total"] == 4
    [row] = [one for one in table["rows"] if one["id"] == "power-a"]
    assert row["cells"][2]["notes"] == [{"from": "Decided", "label": "Decided", "text": "Begin"}]
    for show in ("differ", "not-all"):
        assert last not in modules.call("together/compare", "chosen", table, {"show": show})


def test_where_groups_differ_each_keeps_its_status_and_its_reason(modules: Modules) -> None:
    table = compare(modules, three())
    [row] = [one for one in table["rows"] if one["id"] == "benefit-a"]
    assert row["kind"] == "differ"
    assert [cell["status"] for cell in row["cells"]] == ["Discussed", "Discussed", "Not relevant here"]
    assert [cell["reason"] for cell in row["cells"]] == ["", "", "we all know why"]
    assert [column["name"] for column in table["columns"]] == ["Table A", "Table B", "Table C"]


def test_what_is_above_the_table_counts_each_question_once_in_any_order(modules: Modules) -> None:
    for books in itertools.permutations(three()):
        assert compare(modules, list(books))["counts"] == {"total": 4, "all": 1, "differ": 1, "some": 1, "nobody": 1}


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({}, list(QUESTIONS)),
        ({"show": "differ"}, ["benefit-a"]),
        ({"show": "not-all"}, ["benefit-a", "power-a", "power-b"]),
        ({"show": "not-all", "list": "power"}, ["power-a", "power-b"]),
        ({"show": "actions"}, ["power-b"]),
        ({"show": "today"}, ["benefit-b", "power-b"]),
    ],
)
def test_one_can_choose_what_to_see(modules: Modules, choice: dict[str, str], ids: list[str]) -> None:
    books = three()
    books[1]["answers"]["power-b"] = {
        "edits": {},
        "actions": [{"id": "x", "what": "Ask", "edits": {}}, {"id": "y", "gone": True, "edits": {}}],
    }
    books[2]["about"]["today"] = ["power-b", "benefit-b"]
    shown = modules.call("together/compare", "chosen", compare(modules, books), choice)
    assert [row["id"] for row in shown] == ids


def test_a_removed_action_alone_is_no_action(modules: Modules) -> None:
    books = three()
    books[0]["answers"]["power-b"] = {
        "edits": {},
        "actions": [{"id": "y", "gone": True, "what": "x", "edits": {}}, {"id": "z", "edits": {}}],
    }
    assert modules.call("together/compare", "chosen", compare(modules, books), {"show": "actions"}) == []


def test_what_stands_under_an_earlier_id_is_found_under_the_present_one(modules: Modules) -> None:
    source = """async ([catalogue, books]) => {
        const { compare } = await import("app/together/compare");
        return compare(catalogue, books, new Map([["benefit-a", ["was-a"]]]));
    }"""
    books = [book("Then", was_a={"status": "discussed", "note": "then"}, old={"note": "gone"}), book("Now", benefit_a={"note": "now"})]
    rows = {row["id"]: row for row in modules.evaluate(source, [catalogue(), books])["rows"]}
    assert [cell["notes"][0]["text"] for cell in rows["benefit-a"]["cells"]] == ["then", "now"]
    assert [len(cell["notes"]) for cell in rows["old"]["cells"]] == [1, 0]


@pytest.mark.parametrize(
    ("abouts", "names"),
    [
        ([{"title": "A", "group": "One"}, {"title": "A", "group": "Two"}], ["One", "Two"]),
        ([{"title": "A", "group": "One"}, {"title": "B", "group": "One"}], ["A · One", "B · One"]),
        ([{"title": "A"}, {"title": "A", "date": "2026-05-01"}], ["A", "A · 2026-05-01"]),
        ([{"title": "A"}, {"title": "A"}, {}], ["A (1)", "A (2)", WORDS["untitled"]]),
    ],
)
def test_each_column_has_a_name_of_its_own(modules: Modules, abouts: list[dict[str, str]], names: list[str]) -> None:
    assert modules.call("together/compare", "namesOf", abouts, WORDS["untitled"]) == names


class Tables(html.parser.HTMLParser):
    """Reads tables: how many rows and cells, which headers, whether there is a caption."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.tags.append((tag, dict(attrs)))

    def count(self, tag: str, **attributes: str) -> int:
        """How many there are."""
        return sum(one == tag and attributes.items() <= attrs.items() for one, attrs in self.tags)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_page_to_take_away_is_one_real_table_whatever_was_written(modules: Modules, text: str) -> None:
    books = [book("Table A", benefit_a={"status": "not-relevant", "reason": text, "note": text}), book("Table B")]
    books[0]["about"]["group"] = text
    books[1]["answers"]["power-a"] = {"edits": {}, "actions": [{"id": "x", "what": text, "who": text, "by": text, "edits": {}}]}
    table = compare(modules, books)
    page = Tables(
        modules.call("together/sheet", "tablePage", table, table["rows"], WORDS_HERE, {"title": text, "made": MADE, "build": BUILD})
    )
    assert (page.count("table"), page.count("caption"), page.count("tr"), page.count("td")) == (1, 1, 5, 12)
    assert (page.count("th", scope="col"), page.count("th", scope="row")) == (4, 4)
    assert not {tag for tag, _ in page.tags} & {"script", "img", "a", "b", "i"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_spreadsheet_has_a_row_for_each_question_and_group_and_calculates_nothing(modules: Modules, text: str) -> None:
    books = [book("Table A", benefit_a={"status": "discussed", "note": text}), book("Table B")]
    books[1]["answers"]["power-a"] = {"edits": {}, "actions": [{"id": one, "what": text, "who": "Ana", "edits": {}} for one in ("x", "y")]}
    table = compare(modules, books)
    sheet = modules.call("together/sheet", "sheet", table, table["rows"], WORDS_HERE)
    rows = [row for row in csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"))) if row["Group"]]
    if len(text) < 32_000:
        assert len(rows) == 4 * 2 + 1
        assert sum(row["Who"] == "Ana" for row in rows) == 2
    assert not [cell for row in rows for cell in row.values() if cell and cell.lstrip()[:1] in "=+-@" and cell.strip()]
