"""Days: read, checked and printed by one rule. What is no day is shown as it was written, in every file."""

import csv
import io
from typing import Any

import pytest
from icalendar import Calendar

from tests.scripts.node import Modules
from tests.scripts.workshop import minutes

# What may be stored, and how it is shown: a day in words, all else as it was written.
DAYS = {
    "2026-12-12": "12 December 2026",
    " 2026-12-31 ": "31 December 2026",
    "2000-01-01": "1 January 2000",
    "2199-12-31": "31 December 2199",
    "2028-02-29": "29 February 2028",
}
NO_DAYS = ["2026-02-30", "2027-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-12-00", "2026-12-40", "2026", "2026-12"]
NO_DAYS += [
    "12 December 2026",
    "12/12/2026",
    "2026-2-3",
    "20261212",
    "2026-12-12T10:00",
    "2026-12-12Z",
    "+2026-12-12",
    "soon",
    "2026-12-12?",
]
NO_DAYS += ["1999-12-31", "2200-01-01", "0002-12-12", "12026-12-12", "1970-01-01", "Invalid Date", "0", "٢٠٢٦-١٢-١٢", "<b>May</b> 2026"]
SHOWN = {**DAYS, **{text: text for text in NO_DAYS}}


def actions() -> list[dict[str, Any]]:
    """One action for each of the texts."""
    return [{"id": f"a{n:02}", "what": f"Act {n}", "by": by, "edits": {"by": [1, "t1"]}} for n, by in enumerate(SHOWN)]


def record() -> dict[str, Any]:
    """The same as the files are given it."""
    one = minutes("plain")
    one["lists"][0]["questions"][0]["answer"]["actions"] = actions()
    return one


def test_one_rule_reads_and_prints_every_text(modules: Modules) -> None:
    for text, shown in SHOWN.items():
        day = text.strip() if text in DAYS else ""
        assert modules.call("page/days", "readDay", text) == day
        assert modules.call("page/days", "showDay", text, "en-GB") == shown
        assert modules.call("page/days", "sortableDay", text) == text.strip()
    odd: list[Any] = [None, 20261212, {}, ""]
    assert [modules.call("page/days", "showDay", one, "en-GB") for one in odd] == [""] * 4
    assert [modules.call("files/calendar", "dayAfter", day) for day in ("2026-12-31", "2028-02-28")] == ["2027-01-01", "2028-02-29"]


@pytest.mark.parametrize(
    "text", ["2026-02-30T10:00:00Z", "2026-12-12T25:00:00Z", "2026", "2026-12-12", "no moment", "1999-01-01T10:00:00Z"]
)
def test_what_is_no_moment_is_no_day_of_the_reader(modules: Modules, text: str) -> None:
    assert modules.call("page/days", "dayOf", text) == text
    assert modules.call("page/days", "dayOf", "2026-12-12T12:00:00.000Z") == "2026-12-12"


def test_the_files_say_what_was_written(modules: Modules) -> None:
    shown = list(SHOWN.values())
    [_, *rows] = csv.DictReader(io.StringIO(modules.call("files/csv", "csv", record()).removeprefix("\ufeff")))
    cells = [row["By"] for row in rows if row["Kind"] == "Action" and row["Action"].startswith("Act ")]
    assert [cell.removeprefix("'") for cell in cells] == [text.strip() for text in SHOWN]
    events: list[Any] = list(Calendar.from_ical(modules.call("files/calendar", "calendar", record())).walk("VEVENT"))
    assert [str(event["DTSTART"].dt) for event in events] == [day.strip() for day in DAYS]
    text = modules.call("files/actions", "actionText", record())
    assert sorted(
        line.split(" (by ")[1].split(")")[0].removesuffix(", overdue") for line in text.splitlines() if "• Act" in line
    ) == sorted(shown)
    page = modules.call("files/standalone", "standalone", record())
    plain = [text.replace("<", "&#60;").replace(">", "&#62;").replace("+", "+") for text in shown]
    assert [text for text in plain if f'<td dir="auto">{text}</td>' not in page] == []
    source = modules.call("files/minutes", "markdown", record())
    assert [text for text in shown if "<" not in text and f"(by {text}" not in source] == []
    assert not any("Invalid Date" in one.replace("by Invalid Date", "").replace(">Invalid Date<", "") for one in (text, page, source))
