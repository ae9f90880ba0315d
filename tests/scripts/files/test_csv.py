"""The spreadsheet: Python's csv module reads back what was entered, and no cell is calculated."""

import csv
import io
import re

import pytest
from hypothesis import given, settings

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, TEXT, URL, WORDS, minutes

FEW = settings(max_examples=100)
CALCULATED = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
COLUMNS = re.findall(
    r"\w+",
    "kind checklist question status reason note decided decided_how decided_by later_who later_by action who by became answered hint link "
    "workbook group purpose setting date people facilitator",
)


def raw(text: str) -> list[list[str]]:
    """The cells as a spreadsheet has them; text that goes on in further rows is joined."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def unguarded(cell: str) -> str:
    """What was written, as csv.js describes the way back."""
    return cell[1:] if re.match(r"'+(?:\s|[^\w'])*[=+\-@＝＋－＠]|'+[\t\n]", cell) else cell


def rows(text: str) -> list[dict[str, str]]:
    """What was written, by column; text that went on in further rows is joined."""
    whole: list[dict[str, str]] = []
    for cells in raw(text)[1:]:
        row = dict(zip(COLUMNS, map(unguarded, cells), strict=True))
        if row["link"]:
            whole.append(row)
        else:
            whole[-1].update({name: whole[-1][name] + row[name] for name in COLUMNS[3:]})
    return whole


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_each_field_is_read_back_as_it_was_entered(modules: Modules, text: str) -> None:
    record = minutes(text)
    record["retired"] = []
    first, action, done, discussed, still_open = rows(modules.call("files/csv", "csv", record))
    assert (first["kind"], first["status"], first["question"], first["link"]) == (
        WORDS["question"],
        WORDS["not_relevant"],
        "Why a?",
        f"{URL}#benefit-a",
    )
    assert (first["workbook"], first["setting"], first["people"], first["facilitator"], first["date"]) == (
        text,
        text,
        text,
        text,
        "2026-11-20",
    )
    assert first["reason"] == text.strip()
    assert first["note"] == f"Note ({text.strip()}): {text.rstrip()}\n\n{text.rstrip()}"
    assert (action["kind"], action["action"], action["who"], action["by"], action["status"]) == (
        WORDS["action"],
        text,
        text,
        "2026-12-12",
        "To do",
    )
    assert (done["action"], done["by"], done["status"], done["question"]) == (text, text, "Done", "Why a?")
    assert (discussed["status"], still_open["status"], still_open["question"]) == ("Discussed", "Open", "Why c?")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_cell_is_calculated_or_too_long_for_a_spreadsheet(modules: Modules, text: str) -> None:
    cells = [cell for row in raw(modules.call("files/csv", "csv", minutes(text))) for cell in row]
    assert [cell for cell in cells if CALCULATED.match(cell)] == []
    assert max(map(len, cells)) <= 32_767


@given(text=TEXT)
@FEW
def test_the_guard_can_be_taken_away_from_any_text(modules: Modules, text: str) -> None:
    sheet = modules.call("files/csv", "csv", minutes(text))
    assert not [cell for row in raw(sheet) for cell in row if CALCULATED.match(cell)]
    about = rows(sheet)[0]
    assert (about["workbook"], about["setting"]) == (text, text)


def test_the_file_has_a_byte_order_mark_and_lines_as_rfc_4180_has_them(modules: Modules) -> None:
    sheet = modules.call("files/csv", "csv", minutes("plain"))
    assert sheet.startswith('\ufeff"Kind","Checklist","Question"')
    assert sheet.endswith('"\r\n')
    assert re.fullmatch(r"(,*\r\n)+", re.sub(r'"[^"]*"', "", sheet[1:]))
    assert {len(row) for row in raw(sheet)} == {len(COLUMNS)}


def test_a_retired_question_and_an_action_that_is_late_are_named(modules: Modules) -> None:
    sheet = raw(modules.call("files/csv", "csv", minutes("plain", by="2026-11-21")))
    assert [row[1] for row in sheet if row[2] == "Who was it?"] == [WORDS["retired"]]
    assert [row[3] for row in sheet if row[0] == "Action"] == ["Overdue", "Done"]


def test_a_checklist_in_which_nothing_was_said_is_left_out(modules: Modules) -> None:
    record = minutes("One")
    [benefit] = record["lists"]
    silent = {"id": "s", "text": "Why not?", "url": URL, "answer": None}
    left = {"id": "l", "text": "Who decides?", "url": URL, "answer": {"laterWho": "The board", "edits": {}}}
    record["lists"] += [{**benefit, "title": title, "questions": [one]} for title, one in (("Silent", silent), ("Left", left))]
    assert {row["checklist"] for row in rows(modules.call("files/csv", "csv", record))} == {"Benefit", "Left"}
