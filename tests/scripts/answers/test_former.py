"""What stands in the former format comes along: at once, from pages that are still open, and it stays for a week."""

import json
from typing import Any

from tests.scripts.node import Modules

FORMER, NOW = "guide:/x/:1:", "guide:/x/:2:"
TAKE = """
async ({ stored, days }) => {
    const { openStorage } = await import("app/answers/storage");
    const { takeFormer } = await import("app/answers/former");
    const area = Object.assign(Object.create({
        getItem(key) { return this[key] ?? null; },
        setItem(key, text) { this[key] = text; },
        removeItem(key) { delete this[key]; },
    }), stored);
    const storage = openStorage(area);
    for (const day of days) takeFormer(storage, "guide:/x/:2:", () => new Date(`2026-11-${day}T12:00:00Z`));
    return { ...area };
}
"""


def answer(note: str, counter: int, tab: str) -> str:
    """An answer with one note, as it is stored."""
    return json.dumps({"note": note, "edits": {"note": [counter, tab]}})


def take(modules: Modules, stored: dict[str, str], *days: int) -> dict[str, Any]:
    """What is stored after visits on these days of November."""
    return dict(modules.evaluate(TAKE, {"stored": stored, "days": days}))


def test_what_an_open_page_of_the_former_release_wrote_meanwhile_is_merged(modules: Modules) -> None:
    stored = {
        f"{FORMER}current": "first",
        f"{FORMER}answer:first:q": answer("from the old page", 3, "a"),
        f"{FORMER}answer:first:r": answer("new there", 1, "a"),
        f"{NOW}answer:first:q": answer("from the new one", 3, "b"),
        f"{NOW}answer:first:s": answer("only here", 1, "b"),
    }
    now = take(modules, stored, 22)
    both = json.loads(now[f"{NOW}answer:first:q"])
    assert {both["note"], both["others"][0]["text"]} == {"from the old page", "from the new one"}
    assert now[f"{NOW}answer:first:r"] == stored[f"{FORMER}answer:first:r"]
    assert now[f"{NOW}answer:first:s"] == stored[f"{NOW}answer:first:s"]
    assert {key: now[key] for key in stored if key.startswith(FORMER)} == {key: stored[key] for key in stored if key.startswith(FORMER)}
    assert take(modules, stored, 22, 22, 23) == now, "twice is once"


def test_what_can_be_undone_does_not_come_back_once_it_was(modules: Modules) -> None:
    stored = {f"{FORMER}undo:1": "{}", f"{FORMER}aside:0": "{}", f"{FORMER}answer:first:q": answer("x", 1, "a")}
    now = take(modules, stored, 22)
    assert {key.removeprefix(NOW) for key in now if key.startswith(NOW)} == {"answer:first:q", "undo:1", "aside:0", "former"}
    del now[f"{NOW}undo:1"], now[f"{NOW}aside:0"]
    assert take(modules, now, 23) == now


def test_the_old_place_is_empty_after_a_week_and_nothing_is_lost(modules: Modules) -> None:
    stored = {f"{FORMER}current": "first", f"{FORMER}answer:first:q": answer("x", 1, "a"), f"{NOW}current": "first"}
    assert f"{FORMER}current" in take(modules, stored, 20, 27)
    now = take(modules, stored, 20, 28)
    assert now == {f"{NOW}current": "first", f"{NOW}answer:first:q": stored[f"{FORMER}answer:first:q"]}


def test_what_cannot_be_read_stays_where_it_is_and_harms_nothing(modules: Modules) -> None:
    stored = {f"{FORMER}answer:first:q": "[broken", f"{NOW}answer:first:q": answer("sound", 1, "a")}
    now = take(modules, stored, 22)
    assert now[f"{NOW}answer:first:q"] == stored[f"{NOW}answer:first:q"]
