"""What was kept under the path where the site lived before comes along, also where somebody was faster than the modules."""

import json
from typing import Any

import pytest

from tests.scripts.node import Modules

OLD, NOW = "guide:/old/:2:", "guide:/x/:2:"
ADOPT = """
async ({ stored, room }) => {
    const { openStorage } = await import("app/answers/storage");
    const { adopt } = await import("app/answers/adopt");
    const area = Object.assign(Object.create({
        getItem(key) { return this[key] ?? null; },
        setItem(key, text) {
            if (!(key in this) && room-- <= 0) throw new DOMException("full", "QuotaExceededError");
            this[key] = text;
        },
        removeItem(key) { delete this[key]; },
    }), stored);
    const world = { storage: openStorage(area), prefix: "guide:/x/:2:", clock: () => new Date(0), tab: "later" };
    adopt(world, ["/old/"]);
    room = 99;
    adopt(world, ["/old/"]);
    return { ...area };
}
"""
TICK = json.dumps(
    {"status": "discussed", "answered": "2026-11-29T10:00:00.000Z", "edits": {"status": [1, "early"], "answered": [1, "early"]}}
)
THERE = json.dumps(
    {
        "status": "not-relevant",
        "note": "Ask",
        "answered": "2026-01-01",
        "edits": {"status": [7, "a"], "note": [8, "a"], "answered": [7, "a"]},
    }
)


@pytest.mark.parametrize("room", [99, 2, 1, 0])
@pytest.mark.parametrize("open_there", ["w4", "first"])
def test_a_tick_that_was_faster_than_the_modules_goes_on_from_what_the_group_said(modules: Modules, open_there: str, room: int) -> None:
    stored = {
        f"{OLD}current": open_there,
        f"{OLD}workbook:{open_there}": '{"title":"Falls","edits":{"title":[1,"a"]}}',
        f"{OLD}answer:{open_there}:q": THERE,
        f"{OLD}answer:{open_there}:r": THERE,
        f"{NOW}answer:first:q": TICK,
        f"{NOW}answer:first:s": TICK,
    }
    now: dict[str, Any] = modules.evaluate(ADOPT, {"stored": stored, "room": room})
    assert {key: now[key] for key in stored if key.startswith(OLD)} == {key: stored[key] for key in stored if key.startswith(OLD)}
    assert now[f"{NOW}current"] == open_there
    q, r, s = (json.loads(now[f"{NOW}answer:{open_there}:{name}"]) for name in "qrs")
    assert (q["status"], q["note"]) == ("discussed", "Ask")
    assert (r["status"], s["status"]) == ("not-relevant", "discussed")
    if open_there != "first":
        assert not [key for key in now if key.startswith(f"{NOW}answer:first:")]


@pytest.mark.parametrize("open_there", ["w4", "first"])
@pytest.mark.parametrize("counter", [1, 7])
def test_a_tick_that_was_taken_back_before_the_modules_came_changes_nothing(modules: Modules, open_there: str, counter: int) -> None:
    ticked = json.dumps({"status": "discussed", "answered": "2026-01-01", "edits": {"status": [counter, "a"], "answered": [counter, "a"]}})
    back = json.dumps({"edits": {"status": [2, "early"], "answered": [2, "early"]}})
    stored = {f"{OLD}current": open_there, f"{OLD}answer:{open_there}:q": ticked, **{f"{NOW}answer:first:{name}": back for name in "qs"}}
    now = modules.evaluate(ADOPT, {"stored": stored, "room": 99})
    assert json.loads(now[f"{NOW}answer:{open_there}:q"])["status"] == "discussed"
    assert not [key for key in now if key.startswith(NOW) and key.endswith(":s")]


def test_two_workbooks_of_the_former_path_are_not_melted(modules: Modules) -> None:
    stored = {f"{OLD}current": "w4", f"{OLD}answer:w4:q": TICK, f"{OLD}answer:first:r": THERE}
    for room in (0, 1, 99):
        now = modules.evaluate(ADOPT, {"stored": stored, "room": room})
        assert json.loads(now[f"{NOW}answer:first:r"])["note"] == "Ask"
        assert f"{NOW}answer:w4:r" not in now
