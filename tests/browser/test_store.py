"""The promise: nothing that a person wrote is lost. Storage that says no, damaged values, and many tabs at once."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Server, Watch
from .find import find

BENEFIT = "principles/benefit/"
FIRST = "#benefit-worth-spreading-tick"
SECOND = "#benefit-communicate-why-tick"
KEY = "spread-guide:/guide/:1:answer:first:benefit-worth-spreading"
TROUBLE = '[data-part="trouble"]'
STATUS = '[data-part="status"]'


def stored(page: Page) -> dict[str, str]:
    """Everything in the browser's storage that is ours."""
    found: dict[str, str] = page.evaluate("Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('spread-guide:')))")
    return found


def test_only_the_agreed_keys_are_written_and_each_answer_has_its_own(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at")
    keys = stored(page)
    assert set(keys) == {KEY, "spread-guide:/guide/:1:current"}
    answer = json.loads(keys[KEY])
    assert answer["status"] == "discussed"
    assert answer["edits"]["status"][0] == 1


def test_with_storage_really_blocked_the_page_works_says_so_and_offers_a_copy(
    tmp_path: Path, browser_type: Any, site: Server, watch: Watch
) -> None:
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text('{"profile":{"default_content_setting_values":{"cookies":2}}}')
    context = watch.over(browser_type.launch_persistent_context(tmp_path, executable_path=find(), base_url=site.url))
    page = context.new_page()
    page.goto(BENEFIT)
    expect(page.locator(STATUS)).to_contain_text("does not let the site keep your ticks")
    page.locator(FIRST).check()
    expect(page.locator(FIRST)).to_be_checked()
    assert page.locator('[data-part="count"]').inner_text() == "1 of 10 discussed"
    expect(page.locator(TROUBLE)).to_contain_text("Not saved")
    with page.expect_download() as copy:
        page.get_by_role("button", name="Download a copy now").click()
    backup = json.loads(Path(copy.value.path()).read_text())
    assert backup["workbooks"][0]["answers"]["benefit-worth-spreading"]["status"] == "discussed"
    page.get_by_role("link", name="Next: Adaptation").click()
    page.wait_for_url("**/adaptation/")
    page.get_by_role("link", name="Previous: Benefit").click()
    expect(page.locator(FIRST)).to_be_checked()
    context.close()


FULL = """
() => {
    const real = Storage.prototype.setItem;
    window.refuse = true;
    Storage.prototype.setItem = function (key, value) {
        if (window.refuse && key.startsWith("spread-guide:")) throw new DOMException("full", "QuotaExceededError");
        return real.call(this, key, value);
    };
}
"""


def test_a_storage_that_is_full_is_named_and_saved_to_as_soon_as_there_is_room(page: Page) -> None:
    page.goto(BENEFIT)
    page.evaluate("() => { for (let size = 1 << 20, n = 0; size >= 1; ) { try { localStorage.setItem('filler' + n++, 'x'.repeat(size)) } catch { size = Math.floor(size / 2) } } }")
    page.locator(FIRST).check()
    expect(page.locator(TROUBLE)).to_contain_text("space for this site is full")
    assert KEY not in stored(page)
    page.evaluate("() => { for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key) }")
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at", timeout=8000)
    expect(page.locator(TROUBLE)).to_be_empty()
    assert json.loads(stored(page)[KEY])["status"] == "discussed"


def test_a_write_that_fails_halfway_loses_neither_the_old_nor_the_new_answer(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator(STATUS)).to_contain_text("Saved")
    page.evaluate(FULL)
    page.locator(SECOND).check()
    expect(page.locator(TROUBLE)).to_contain_text("Not saved")
    assert json.loads(stored(page)[KEY])["status"] == "discussed"
    page.evaluate("window.refuse = false")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(STATUS)).to_contain_text("Saved")
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator(SECOND)).to_be_checked()


def test_an_answer_of_a_newer_format_is_left_untouched(page: Page) -> None:
    page.goto("about/")
    newer = {"spread-guide:/guide/:2:current": "a", "spread-guide:/guide/:2:answer:a:benefit-worth-spreading": "{}"}
    page.evaluate("(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))", newer)
    page.goto(BENEFIT)
    expect(page.locator(TROUBLE)).to_contain_text("A newer version of this guide")
    page.locator(FIRST).check()
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.get_by_role("button", name="Download a copy now")).to_be_visible()
    page.wait_for_timeout(300)
    assert stored(page) == newer


def test_a_damaged_answer_is_set_aside_the_rest_is_kept_and_the_reader_can_download_it(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(SECOND).check()
    page.evaluate("(key) => localStorage.setItem(key, '{\"status\":\"discussed\",\"edits\":{\"status\":[1')", KEY)
    page.reload()
    expect(page.locator(SECOND)).to_be_checked()
    expect(page.locator(FIRST)).not_to_be_checked()
    expect(page.get_by_text("was damaged and could not be read")).to_be_visible()
    with page.expect_download() as copy:
        page.get_by_role("button", name="Download what was set aside").click()
    asides = json.loads(Path(copy.value.path()).read_text())
    assert [(aside["key"], aside["text"]) for aside in asides] == [(KEY, '{"status":"discussed","edits":{"status":[1')]
    page.locator(FIRST).check()
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    assert sum(":aside:" in key for key in stored(page)) == 1


def test_what_is_sound_in_a_damaged_answer_is_kept(page: Page) -> None:
    page.goto(BENEFIT)
    damaged = '{"status":"discussed","note":7,"edits":{"status":[3,"a"]}}'
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damaged])
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    aside = json.loads(next(text for key, text in stored(page).items() if ":aside:" in key))
    assert aside["text"] == damaged
    assert "note" not in json.loads(stored(page)[KEY])


def test_a_damaged_answer_stays_where_it_is_when_there_is_no_room_for_a_copy(page: Page) -> None:
    page.goto(BENEFIT)
    page.evaluate("(key) => localStorage.setItem(key, 'not JSON')", KEY)
    page.add_init_script(f"({FULL})()")
    page.reload()
    page.locator(FIRST).check()
    expect(page.locator(FIRST)).to_be_checked()
    page.evaluate("window.refuse = false")
    page.locator(SECOND).check()
    expect(page.locator(SECOND)).to_be_checked()
    assert stored(page)[KEY] == "not JSON"


def test_no_other_site_on_the_same_host_is_touched(page: Page) -> None:
    page.goto(BENEFIT)
    others = {"spread-guide:/other/:1:answer:first:benefit-worth-spreading": "theirs", "mine": "theirs", "spread-guide:/guide/en/:1:current": "x"}
    page.evaluate("(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))", others)
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Undo the last removal").click()
    now = page.evaluate("({ ...localStorage })")
    assert {key: now[key] for key in others} == others


def test_a_tick_that_was_taken_away_comes_back_by_undo_from_the_keyboard(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()
    page.get_by_role("button", name="Undo", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator('[data-part="undo-what"]')).to_have_text("Taken back.")
    expect(page.locator(".app-status")).to_be_focused()


def test_a_cleared_checklist_comes_back_whole_by_undo_after_a_reload_and_clears_nothing_else(page: Page) -> None:
    page.goto("principles/adaptation/")
    page.locator("[data-question] > input").first.check()
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(SECOND).check()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Clear these ticks").click()
    assert page.locator('[data-part="count"]').inner_text() == "0 of 10 discussed"
    page.reload()
    expect(page.locator(FIRST)).not_to_be_checked()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Undo the last removal").click()
    assert page.locator('[data-part="count"]').inner_text() == "2 of 10 discussed"
    page.goto("principles/adaptation/")
    assert page.locator('[data-part="count"]').inner_text() == "1 of 10 discussed"


def test_a_thousand_random_changes_in_three_tabs_leave_what_each_person_did_last(context: BrowserContext) -> None:
    tabs = [context.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(BENEFIT)
    rows = tabs[0].locator("[data-question]").evaluate_all("rows => rows.map((row) => row.dataset.question)")
    chance = random.Random(20261122)
    # Each tab has questions of its own, so that what it did last is known whatever the others do meanwhile.
    own = {n: rows[n::3] for n in range(3)}
    wanted: dict[str, bool] = {}
    for _ in range(34):
        for n in chance.sample(range(3), 3):
            clicks = [chance.choice(own[n]) for _ in range(10)]
            for question in clicks:
                wanted[question] = not wanted.get(question, False)
            # The clicks of one tab run while the others are still writing theirs: nobody waits for anybody.
            tabs[n].evaluate("(ids) => ids.forEach((id) => document.getElementById(`${id}-tick`).click())", clicks)
        if chance.random() < 0.2:
            tabs[chance.randrange(3)].reload(wait_until="load")
    for tab in tabs:
        for question, ticked in wanted.items():
            expect(tab.locator(f"#{question}-tick")).to_be_checked(checked=ticked)
    fresh = context.new_page()
    fresh.goto(BENEFIT)
    for question, ticked in wanted.items():
        expect(fresh.locator(f"#{question}-tick")).to_be_checked(checked=ticked)


FIGHT = """
async ([me, seed, rounds]) => {
    const { openStorage } = await import("app/storage");
    const { openStore } = await import("app/store");
    const store = openStore({
        storage: openStorage(localStorage), prefix: "spread-guide:/fight/:1:", tab: me, clock: () => new Date(),
        locked: (key, act) => navigator.locks.request(key, act), later: setTimeout,
    });
    addEventListener("storage", ({ key, newValue }) => store.heard(key, newValue));
    let state = seed;
    const next = (n) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
    for (let round = 0; round < rounds; round += 1) {
        const question = `q-${next(4)}`;
        store.changeAction(question, `${me}-${round}`, { what: `${me} did ${round}` });
        if (next(3) === 0) store.change(question, { note: `${me} wrote ${round}` });
        if (next(5) === 0) await new Promise((done) => setTimeout(done, next(4)));
    }
    for (let n = 0; n < 20; n += 1) { store.flush(); await new Promise((done) => setTimeout(done, 25)); }
    return store.unsaved();
}
"""


def test_no_action_is_lost_when_three_tabs_write_to_the_same_questions_at_once(context: BrowserContext, site: Server) -> None:
    tabs = [context.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(BENEFIT)
    for n, tab in enumerate(tabs):
        tab.evaluate(f"(args) => {{ window.fought = ({FIGHT})(args) }}", [f"t{n}", 7 * n + 1, 350])
    for tab in tabs:
        assert tab.evaluate("window.fought") == 0
    tabs[0].wait_for_timeout(500)
    answers = tabs[1].evaluate("Object.entries(localStorage).filter(([key]) => key.includes('/fight/:1:answer')).map(([, text]) => JSON.parse(text))")
    actions = {action["id"] for answer in answers for action in answer["actions"]}
    assert actions == {f"t{n}-{turn}" for n in range(3) for turn in range(350)}


DAMAGE = """
async (cases) => {
    const { openStorage } = await import("app/storage");
    const { openStore } = await import("app/store");
    const lost = [];
    const bytes = new Map();
    const storage = openStorage({
        getItem: (key) => bytes.get(key) ?? null,
        setItem: (key, text) => void bytes.set(key, text),
        removeItem: (key) => void bytes.delete(key),
    });
    for (const text of cases) {
        bytes.clear();
        const prefix = "spread-guide:/fuzz/:1:";
        bytes.set(`${prefix}answer:first:q`, text);
        try {
            const store = openStore({ storage, prefix, tab: "t", clock: () => new Date(0), locked: (_key, act) => act(), later: () => {} });
            const before = store.read("q");
            store.change("q", { status: "discussed" });
            if (store.read("q").status !== "discussed") lost.push(["not ticked", text]);
            const kept = [...bytes.values()].some((value) => value === text || (value.startsWith('{"key"') && JSON.parse(value).text === text));
            const carried = before !== null && !store.state.setAside;
            if (!kept && !carried) lost.push(["lost", text]);
            if (carried) {
                const old = JSON.parse(text);
                const now = JSON.parse(bytes.get(`${prefix}answer:first:q`));
                const notes = [now.note, ...(now.others ?? []).map((note) => note.text)];
                if ("note" in old && !notes.includes(old.note)) lost.push(["note", text]);
                if ("reason" in old && old.reason !== now.reason) lost.push(["reason", text]);
            }
        } catch (error) {
            lost.push([error.stack.slice(0, 400), text.slice(0, 20)]);
        }
    }
    return lost;
}
"""


def damaged_values(chance: random.Random) -> list[str]:
    """Ten thousand values as a sick disk, another script or an attacker might leave them."""
    sound = {
        "status": "discussed",
        "reason": "set nationally",
        "note": "said „so“ \ud83d\ude00",
        "actions": [{"id": "a1", "what": "ask", "who": "Ann", "by": "2026-12-01", "done": False, "edits": {"what": [1, "a"]}}],
        "others": [{"text": "two", "edit": [1, "b"]}],
        "seen": {"a": 2, "b": 1},
        "edits": {"status": [2, "a"], "note": [2, "a"]},
    }
    names = [*sound, "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "later", "", "0", "a b"]
    values: list[Any] = [None, True, 0, -1, 1.5, 1e308, "", "x" * 50_000, [], {}, [[]], {"__proto__": {"x": 1}}, "\ud800", [1, "a"], [1, 2], ["a", 1], {"a": -1}]
    values += [{"constructor": [1, "a"]}, {"status": [1, "__proto__"]}, [{"id": "__proto__", "edits": {}}], [{"id": "a"}], [None], "discussed"]

    def one() -> str:
        kind = chance.randrange(6)
        text = json.dumps(sound | {chance.choice(names): chance.choice(values) for _ in range(chance.randrange(4))})
        if kind == 0:
            return text[: chance.randrange(len(text))]
        if kind == 1:
            at = chance.randrange(len(text))
            return text[:at] + chr(chance.randrange(0xFFFF)) + text[at + 1 :]
        if kind == 2:
            return json.dumps(chance.choice(values))
        if kind == 3:
            return "".join(chr(chance.randrange(0x300)) for _ in range(chance.randrange(40)))
        if kind == 4:
            return "[" * chance.randrange(3000) + json.dumps({"a": text}) + "]" * chance.randrange(3000)
        return text

    return [one() for _ in range(10_000)]


def test_ten_thousand_damaged_values_throw_nothing_and_lose_nothing(page: Page) -> None:
    page.goto(BENEFIT)
    cases = damaged_values(random.Random(7))
    for start in range(0, len(cases), 500):
        assert page.evaluate(DAMAGE, cases[start : start + 500]) == []


def test_a_value_that_is_nested_too_deep_to_be_written_again_is_set_aside(page: Page) -> None:
    page.goto(BENEFIT)
    deep = '{"later":' * 20_000 + "1" + "}" * 20_000
    assert page.evaluate(DAMAGE, [deep, '{"edits":{},"later":' + "[" * 100_000 + "]" * 100_000 + "}"]) == []


def test_the_backup_holds_everything_that_the_site_keeps(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(SECOND).check()
    page.locator(SECOND).uncheck()
    page.evaluate("localStorage.setItem('spread-guide:/guide/:1:answer:ward-4:benefit-evidence', 'damaged')")
    page.evaluate("localStorage.setItem('spread-guide:/guide/:1:later', 'unknown')")
    page.locator(".app-status summary").click()
    with page.expect_download() as copy:
        page.get_by_role("button", name="Download a backup").click()
    assert copy.value.suggested_filename.startswith("spread-guide-backup-20")
    backup = json.loads(Path(copy.value.path()).read_text())
    assert (backup["format"], backup["version"], backup["site"], backup["build"]) == ("spread-guide-backup", 1, "/guide/", "2026-11-22 abc1234")
    assert set(backup["workbooks"][0]["answers"]) == {"benefit-worth-spreading", "benefit-communicate-why"}
    assert backup["setAside"][0]["text"] == "damaged"
    assert len(backup["undo"]) == 1
    assert backup["other"] == {"later": "unknown"}

