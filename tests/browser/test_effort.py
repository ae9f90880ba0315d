"""How much is asked of the storage: fifty workbooks with seventy answers each cost no more than one, until they are listed."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .test_overview import PREFIX

ANSWER = {"status": "discussed", "note": "We know what helps. " * 10, "edits": {"status": [1, "t1"], "note": [2, "t1"]}}
FULL_SHELF = """([prefix, workbooks, answer]) => {
    const ids = [...document.querySelectorAll("[data-asked]")].map((row) => row.dataset.asked);
    for (let n = 0; n < workbooks; n += 1) {
        localStorage.setItem(`${prefix}workbook:w${n}`, JSON.stringify({ title: `Workshop ${n}`, edits: { title: [1, "t1"] } }));
        for (const id of ids) localStorage.setItem(`${prefix}answer:w${n}:${id}`, answer);
    }
    localStorage.setItem(`${prefix}current`, "w0");
    return ids.length;
}"""
COUNTS = """
window.asked = { getItem: 0, setItem: 0, removeItem: 0, key: 0 };
for (const name of Object.keys(window.asked)) {
    const real = Storage.prototype[name];
    Storage.prototype[name] = function (...given) {
        if (name === "key" || given[0].startsWith("spread-guide:")) window.asked[name] += 1;
        return real.apply(this, given);
    };
}
const keys = Object.keys;
Object.keys = (of) => {
    if (of instanceof Storage) window.asked.key += of.length;
    return keys(of);
};
"""

QUIET = """async () => {
    const busy = async () => { const { held, pending } = await navigator.locks.query(); return held.length + pending.length; };
    while (await busy()) await new Promise((done) => setTimeout(done, 10));
    return { ...window.asked };
}"""


def tick(page: Page) -> None:
    """The first answer on a checklist."""
    page.locator("#benefit-evidence-tick").uncheck()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved")


def write(page: Page) -> None:
    """A note, key by key. Each key waits for the one before to be stored: who types faster may have two stored at once."""
    page.locator("#benefit-evidence summary").click()
    for key in "ten":
        page.locator("#benefit-evidence").get_by_label("What did you say?").press(key)
        asked(page)


def rename(page: Page) -> None:
    """A title, key by key, in the same way."""
    page.locator('details[data-part="fields"] summary').click()
    for key in "ten":
        page.get_by_label("Title (the innovation)").press(key)
        asked(page)


def present(page: Page) -> None:
    """A tick in the large-type view."""
    page.get_by_role("button", name="Show in large type").click()
    page.get_by_role("checkbox", name="Discussed").uncheck()


def asked(page: Page) -> dict[str, int]:
    """How often each method of the storage was called for what is ours, since the page was opened. Writes wait for a lock."""
    return dict(page.evaluate(QUIET))


@pytest.fixture
def shelf(page: Page) -> Callable[[int], None]:
    """Puts a number of workbooks on the shelf, of which one is open; storage is counted on each page."""
    page.add_init_script(COUNTS)

    def fill(workbooks: int) -> None:
        page.goto("workbook/")
        assert page.evaluate(FULL_SHELF, [PREFIX, workbooks, json.dumps(ANSWER)]) == 70

    return fill


@pytest.mark.parametrize(
    ("address", "act"), [("principles/benefit/", tick), ("principles/benefit/", write), ("workbook/", rename), ("workbook/", present)]
)
def test_what_is_done_in_one_workbook_costs_the_same_beside_fifty(
    page: Page, shelf: Callable[[int], None], address: str, act: Callable[[Page], None]
) -> None:
    """Opening the page, and then each act. Keys are looked through once, for what an earlier release kept, and never for an act.

    The workbook page looks through them once more, for the marks of a silent sort.
    """
    costs: list[tuple[dict[str, int], dict[str, int]]] = []
    for workbooks in (1, 50):
        shelf(workbooks)
        page.goto(address)
        expect(page.locator('[data-part="page"], .app-checklist__foot [data-part="tools"]')).to_be_visible()
        opening = asked(page)
        act(page)
        costs.append((opening, asked(page)))
        page.keyboard.press("Escape")  # the large view would be open again on the next page
    for opening, after in costs:
        assert after["key"] == opening["key"] <= (2 if address == "workbook/" else 1) * (50 * 70 + 3 * 50)
        assert after["setItem"] > opening["setItem"]
    for alone, beside in zip(*costs, strict=True):
        assert beside["setItem"] == alone["setItem"]
        assert beside["getItem"] < alone["getItem"] + 500  # how often a page is shown anew is not always the same


def test_a_tick_reads_and_writes_only_its_own_answer(page: Page, shelf: Callable[[int], None]) -> None:
    """And, to see whether there is anything to undo or to tell of, the first place of each."""
    shelf(50)
    page.goto("principles/benefit/")
    expect(page.locator('.app-checklist__foot [data-part="tools"]')).to_be_visible()
    before = asked(page)
    page.locator("#benefit-evidence-tick").uncheck()
    asked(page)
    page.locator("#benefit-evidence-tick").check()
    now = asked(page)
    cost = {name: count - before[name] for name, count in now.items()}
    assert cost["setItem"] == 3  # the two answers, and the step that can be undone
    assert cost["getItem"] < 300


def test_the_list_of_all_workbooks_reads_each_record_about_once(page: Page, shelf: Callable[[int], None]) -> None:
    """All keys are looked through for it, and for nothing else."""
    shelf(50)
    page.goto("workbook/")
    expect(page.locator('[data-part="page"]')).to_be_visible()
    before = asked(page)
    page.get_by_role("button", name="All workbooks").click()
    expect(page.get_by_role("dialog", name="Your workbooks").get_by_role("radio")).to_have_count(50)
    after = asked(page)
    keys = page.evaluate("localStorage.length")
    assert after["key"] - before["key"] == keys
    assert after["getItem"] - before["getItem"] < 50 * 70 + 5 * 50
    assert after["setItem"] == before["setItem"]
