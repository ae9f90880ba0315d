"""Mistakes between tools, reports and principles."""

from pathlib import Path

from macros.loader import load
from tests.conftest import Change


def said(data: Path) -> list[str]:
    return [str(mistake) for mistake in load(data).mistakes]


TOOL = """
  - id: map
    name: Another map
    purpose: See more.
    main: [benefit]
"""
REPORT = """
  - id: smith-2001
    authors: Smith A
    title: Another
    url: https://example.org/2
    kind: web
    list: false
"""


def test_an_id_of_a_tool_or_report_stands_once(data: Path, change: Change) -> None:
    change(data / "tools.yml", "", TOOL)
    change(data / "reports.yml", "", REPORT)
    change(data / "reports.yml", "groups:\n", "groups:\n  - id: start\n    title: Twice\n")
    assert [line.split("; ")[0] for line in said(data)] == [
        "data/reports.yml:5:9: the id 'start' is taken: it stands at data/reports.yml:3:9",
        "data/reports.yml:18:9: the id 'smith-2001' is taken: it stands at data/reports.yml:8:9",
        "data/tools.yml:11:9: the id 'map' is taken: it stands at data/tools.yml:3:9",
    ]


def test_principles_and_reports_that_a_tool_names_exist(data: Path, change: Change) -> None:
    change(data / "tools.yml", "main: [benefit]", "main: [benefits]")
    change(data / "tools.yml", "also: [learning]", "also: [lerning]")
    change(data / "tools.yml", "[smith-2001]", "[smith-2011]")
    assert said(data) == [
        "data/tools.yml:6:12: there is no principle 'benefits'; did you mean 'benefit'?",
        "data/tools.yml:7:12: there is no principle 'lerning'; did you mean 'learning'?",
        "data/tools.yml:9:18: there is no report 'smith-2011'; did you mean 'smith-2001'?",
    ]


def test_a_principle_is_helped_mostly_or_also_and_not_both(data: Path, change: Change) -> None:
    change(data / "tools.yml", "also: [learning]", "also: [learning, benefit]")
    assert said(data) == ["data/tools.yml:7:22: 'benefit' stands in `main` too; take it out of one of the two"]


def test_principles_and_groups_that_a_report_names_exist(data: Path, change: Change) -> None:
    change(data / "reports.yml", "group: start", "group: begin\n    principles: [benefits]")
    assert said(data) == [
        "data/reports.yml:13:12: there is no group of reports 'begin'; use one of: start",
        "data/reports.yml:14:18: there is no principle 'benefits'; did you mean 'benefit'?",
    ]


def test_a_listed_report_says_what_a_reader_gets_and_where_it_belongs(data: Path, change: Change) -> None:
    change(data / "reports.yml", "    about: Shows how.\n    group: start\n", "")
    assert said(data) == [
        f"data/reports.yml:12:11: a report in the list needs '{field}'; add a line '{field}: …', or write 'list: false'"
        for field in ("about", "group")
    ]


def test_an_address_that_would_end_a_link_is_refused(data: Path, change: Change) -> None:
    change(data / "reports.yml", "https://doi.org/10.1000/1", "doi.org/10.1000/1")
    assert len(said(data)) == 1
    assert said(data)[0].startswith("data/reports.yml:10:10: 'doi.org/10.1000/1' is not ")


def test_reports_that_cannot_be_read_are_not_held_against_the_tools(data: Path) -> None:
    (data / "reports.yml").write_text("reports: {", encoding="utf-8")
    assert all(line.startswith("data/reports.yml") for line in said(data))


def test_principles_that_cannot_be_read_are_not_held_against_tools_and_reports(data: Path) -> None:
    (data / "principles.yml").write_text("principles: {", encoding="utf-8")
    assert all(line.startswith("data/principles.yml") for line in said(data))


def test_tools_that_cannot_be_read_leave_the_rest_as_it_is(data: Path) -> None:
    (data / "tools.yml").write_text("tools: {", encoding="utf-8")
    assert all(line.startswith("data/tools.yml") for line in said(data))
    assert load(data).reports


def test_a_report_stands_under_one_id(data: Path, change: Change) -> None:
    change(
        data / "reports.yml", "", REPORT.replace("smith-2001", "smith-again").replace("https://example.org/2", "https://doi.org/10.1000/1")
    )
    what = "the report at this address stands at data/reports.yml:6:5 already; keep one of the two, and its id wherever it is named"
    assert said(data) == [f"data/reports.yml:19:10: {what}"]
