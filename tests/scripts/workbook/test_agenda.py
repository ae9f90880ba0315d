"""A plan as steps of the large view: their minutes add up to those of the plan, however many questions were picked."""

from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.scripts.node import Modules

DATA: dict[str, Any] = yaml.safe_load((ROOT / "data/agendas.yml").read_text(encoding="utf-8"))
PLANS = {one["id"]: one for one in DATA["agendas"]}
ROUNDS = {one["id"]: one["steps"] for one in DATA["rounds"]}
SIZES = {one["id"]: one for one in DATA["sizes"]}
WORDS = {
    "welcome": "Why",
    "names": "Names",
    "sort": "Sort",
    "break": "Break",
    "method": "Method",
    "decide": "Decide",
    "actions": "Read",
    "close": "Out",
}
MADE = """async ({ parts, size, today, words }) => (await import("app/workbook/agenda")).planned(parts, size, today,
    { ...words, change: "Move", changeHint: "Move now.", pick: "Pick" },
    { question: (one, total) => `${one} of ${total}`, place: (part, step) => `${part}: ${step}` })"""


def planned(modules: Modules, plan: str, whom: str, today: int) -> list[dict[str, Any]]:
    """The steps of a plan of the guide's own, for a size of its own."""
    size = SIZES[whom]
    seconds = size["names"]["turns"] * size["names"]["seconds"]
    fits = [
        {"kind": "names", "minutes": -(-seconds // 60), "how": size["names"]["how"]},
        *({"kind": kind, "how": size[kind]} for kind in ("sort", "decide", "actions")),
        {"kind": "close", "how": size["close"]["how"]},
    ]
    parts = [{"questions": 0, **part} for part in PLANS[plan]["parts"]]
    picked = [{"id": f"q{n}", "text": f"Question {n}?"} for n in range(today)]
    found: list[dict[str, Any]] = modules.evaluate(
        MADE, {"parts": parts, "size": {"rounds": ROUNDS[size["rounds"]], "fits": fits}, "today": picked, "words": WORDS}
    )
    return found


@pytest.mark.parametrize("whom", SIZES)
@pytest.mark.parametrize("plan", PLANS)
def test_the_minutes_of_all_steps_add_up(modules: Modules, plan: str, whom: str) -> None:
    steps = planned(modules, plan, whom, 2)
    assert sum(step["minutes"] for step in steps) == PLANS[plan]["minutes"]
    assert all(step["minutes"] > 0 for step in steps)
    assert len({step["id"] for step in steps}) == len(steps)
    assert [step["number"] for step in steps] == list(range(1, len(steps) + 1))
    names = next(step for step in steps if step["kind"] == "names")
    assert names["minutes"] * 60 >= SIZES[whom]["names"]["turns"] * SIZES[whom]["names"]["seconds"]
    assert next(step for step in steps if step["kind"] == "close")["hint"].endswith(SIZES[whom]["close"]["how"])


def test_each_question_has_a_step_to_move_and_one_a_round(modules: Modules) -> None:
    steps = planned(modules, "ninety-minutes", "twelve", 2)
    asked = [step for step in steps if step["question"] == "q1"]
    assert [(step["place"], step["minutes"]) for step in asked] == [
        ("2 of 3: Move", 2),
        ("2 of 3: Alone", 1),
        ("2 of 3: Pairs", 2),
        ("2 of 3: Fours", 4),
        ("2 of 3: All", 5),
    ]
    assert {step["text"] for step in steps if step["place"].startswith("3 of 3")} == {"Pick"}, "too few were picked"
    others = [step["text"] for step in steps if not step["place"]]
    assert others == ["Why", "Names", "Sort", "Break", "Decide", "Read", "Out"]
    assert [step["question"] for step in steps if step["text"] == "Read"] == ["actions"]
