"""The calendar: an independent library reads one event for each action with a due date, whatever people wrote."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from icalendar import Calendar, vText

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, TEXT, URL, minutes

FEW = settings(max_examples=100)


def events(text: str) -> list[Any]:
    """The events that a calendar finds."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_action_with_a_due_date_is_one_event_on_that_day(modules: Modules, text: str) -> None:
    source = modules.call("files/calendar", "calendar", minutes(text))
    read = Calendar.from_ical(source)
    assert [part.name for part in read.walk()] == ["VCALENDAR", "VEVENT"]
    [event] = events(source)
    assert str(read["X-WR-CALNAME"]) == vText(text.strip()).to_ical().decode()  # the library leaves names with X- as they stand
    assert str(event["SUMMARY"]).rstrip("…") == text.strip()[: len(str(event["SUMMARY"]).rstrip("…"))]
    what = text.strip()
    assert str(event["DESCRIPTION"]) == f"{what}\n\nWho: {what}\n\nQuestion: Why a?\n\nWorkbook: {what}\n\n{URL}#benefit-a"
    assert event["DTSTART"].dt == datetime.date(2026, 12, 12)
    assert event["DTEND"].dt == datetime.date(2026, 12, 13)
    assert event["DTSTAMP"].dt == datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
    assert (event["SEQUENCE"], str(event["UID"]), str(event["URL"])) == (7, "w1.benefit-a.x1@spread-guide", f"{URL}#benefit-a")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_line_is_longer_than_75_octets_and_each_ends_as_rfc_5545_has_it(modules: Modules, text: str) -> None:
    source = modules.call("files/calendar", "calendar", minutes(text))
    assert source.endswith("END:VCALENDAR\r\n")
    lines = source.split("\r\n")
    assert not [line for line in lines if "\n" in line or "\r" in line]
    assert max(len(line.encode()) for line in lines) <= 75


@given(text=TEXT)
@FEW
def test_any_text_survives_in_the_title_of_an_event(modules: Modules, text: str) -> None:
    source = modules.call("files/calendar", "calendar", minutes(f"[{text}]"))
    assert str(events(source)[0]["SUMMARY"]) == f"[{text}]"


@pytest.mark.parametrize("by", ["", "soon", "2026-02-30", "2026-2-3", "0000-01-01", "12/12/2026", "2026-12-12T10:00"])
def test_what_is_no_day_is_left_out(modules: Modules, by: str) -> None:
    assert events(modules.call("files/calendar", "calendar", minutes("plain", by=by))) == []
    assert modules.call("files/calendar", "dated", minutes("plain", by=by)) == 0


def test_a_done_action_says_so_and_one_without_words_is_named_after_its_question(modules: Modules) -> None:
    record = minutes("plain")
    actions = record["lists"][0]["questions"][0]["answer"]["actions"]
    actions[1]["by"] = "2026-12-31"
    actions[0]["what"] = ""
    source = modules.call("files/calendar", "calendar", record)
    assert [str(event["SUMMARY"]) for event in events(source)] == ["Why a?", "Done: plain"]
    assert events(source)[1]["DTEND"].dt == datetime.date(2027, 1, 1)
    assert {str(event["TRANSP"]) for event in events(source)} == {"TRANSPARENT"}


def test_a_calendar_of_one_person_has_their_actions_alone(modules: Modules) -> None:
    record = minutes("plain")
    record["lists"][0]["questions"][0]["answer"]["actions"] = [
        {"id": f"x{n}", "what": f"Task {n}", "who": who, "by": "2026-12-12", "edits": {}} for n, who in enumerate(("Ana", "Ben", "ana "))
    ]
    text = modules.call("files/calendar", "calendar", record, "guide", "Ana")
    assert [n for n in range(3) if f"SUMMARY:Task {n}" in text] == [0, 2]
    assert modules.call("files/calendar", "dated", record, "Ben") == 1
