"""Whoever hears the page, or moves by keys, tells controls apart: two that do different things have different names.

Links in running text are called as the text calls them: there a book and a page about it may share a name.
"""

import json
from collections import defaultdict
from typing import Any

from playwright.sync_api import Page, expect

from .test_removal import PREFIX, keep

ROLES = {"button", "link", "textbox", "checkbox", "radio", "combobox", "DisclosureTriangle", "searchbox", "Date"}
CONTROLS = ".headerlink, .app-eyebrow, .app-checklist, .app-overview, .app-handout, .app-page-foot, header, footer"
IS_CONTROL = f"function () {{ return this.closest({CONTROLS!r}) !== null; }}"


def named(page: Page) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """The controls of the accessibility tree by role and name: what each does (a link's address, or which element it is), and its element."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    cdp = page.context.new_cdp_session(page)
    for node in cdp.send("Accessibility.getFullAXTree")["nodes"]:
        role, name = (str(node.get(what, {}).get("value", "")) for what in ("role", "name"))
        if node.get("ignored") or role not in ROLES or "date picker" in name:  # the browser's own button
            continue
        told: dict[str, Any] = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        element = node["backendDOMNodeId"]
        does = str(told.get("url", f"element {element}")).split("#:~")[0]
        found[role, name + str(told.get("roledescription") or "")].append((does, element))
    cdp.detach()
    return found


def confused(page: Page) -> dict[str, list[str]]:
    """Names that stand for several things, with what they stand for. Where a link stands is asked only of those: a page has hundreds."""
    several = {at: some for at, some in named(page).items() if len({does for does, _ in some}) > 1}
    cdp = page.context.new_cdp_session(page)
    cdp.send("DOM.enable")
    cdp.send("DOM.getDocument")

    def counts(element: int) -> bool:
        remote = cdp.send("DOM.resolveNode", {"backendNodeId": element})["object"]["objectId"]
        return bool(cdp.send("Runtime.callFunctionOn", {"objectId": remote, "functionDeclaration": IS_CONTROL})["result"]["value"])

    stands = {
        f"{role} {name!r}": sorted({does for does, element in some if role != "link" or counts(element)})
        for (role, name), some in several.items()
    }
    cdp.detach()
    return {name: does for name, does in stands.items() if len(does) > 1}


def test_the_fields_of_every_question_have_names_of_their_own(page: Page) -> None:
    page.goto("principles/benefit/", wait_until="networkidle")
    for row in page.locator("[data-question]").all():
        row.locator("summary").click()
        row.get_by_label("Not relevant here").check()
        for _ in range(2):
            row.get_by_role("button", name="Add an action").click()
    assert page.get_by_label("Who, action 2, question 5", exact=True).count() == 1
    assert confused(page) == {}


def test_what_people_called_the_same_has_names_of_its_own(page: Page) -> None:
    made = {"created": "2026-11-02T09:00:00.000Z", "edits": {}}
    acts = [{"id": f"a{n}", "what": "Call the ward", "edits": {"what": [1, "t"]}} for n in (1, 2)]
    answer = {"status": "discussed", "actions": acts, "edits": {"status": [1, "t"]}}
    books = {f"{PREFIX}workbook:w{n}": json.dumps({**made, "gone": n > 3}) for n in range(1, 6)}
    keep(page, {f"{PREFIX}current": "w1", f"{PREFIX}answer:w1:benefit-evidence": json.dumps(answer), **books})
    for fold in page.locator(".app-todo__change > summary").all():
        fold.click()
    expect(page.get_by_role("checkbox", name="Done: Call the ward (2)", exact=True)).to_have_count(1)
    assert confused(page) == {}
    page.get_by_role("button", name="All workbooks").click()
    page.locator('[data-part="bin-fold"] > summary').click()
    expect(page.get_by_role("button", name="Bring back: Workbook without a title (1)", exact=True)).to_have_count(1)
    assert confused(page) == {}


def test_ways_back_and_questions_that_changed_have_buttons_of_their_own(page: Page) -> None:
    way = {"workbook": "first", "did": "taken", "title": "Falls", "at": "2026-11-02T09:00:00.000Z", "facts": {}, "answers": {}}
    ways = {f"{PREFIX}undo:before-first-{n}": json.dumps({"n": n, **way}) for n in (1, 2, 3)}
    keep(page, {f"{PREFIX}current": "first", **ways})
    assert page.get_by_role("button", name="Take it out again: “Falls” was taken in on 2 November 2026. (2)", exact=True).count() == 1
    assert confused(page) == {}
