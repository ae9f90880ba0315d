"""What a reader does, in words from which a drive is written as a table: each makes an act, which takes a tab."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

Act = Callable[[Page], Any]
Place = Callable[[Page], Locator]


def at(selector: str, **which: Any) -> Place:
    """The first of these that can be seen."""
    return lambda page: page.locator(selector, **which).filter(visible=True).first


def named(role: Any, name: str, within: str = "body") -> Place:
    """The first thing with this role and name that can be seen; some say after a comma to which question they belong."""
    whole = re.compile(rf"^{re.escape(name)}(?:,|$)")
    return lambda page: page.locator(within).get_by_role(role, name=whole).filter(visible=True).first


def labelled(label: str, within: str = "body") -> Place:
    """The first field with this label that can be seen."""
    return lambda page: page.locator(within).get_by_label(label).filter(visible=True).first


def opens(path: str) -> Act:
    """Open an address."""
    return lambda page: page.goto(path)


def press(name: str, role: str = "button", within: str = "body") -> Act:
    """Press what has this name."""
    return lambda page: named(role, name, within)(page).click()


def click(selector: str, **which: Any) -> Act:
    """Press what this selector finds."""
    return lambda page: at(selector, **which)(page).click()


def write(label: str, text: str, within: str = "body") -> Act:
    """Write into a field, and leave it."""
    return both(lambda page: labelled(label, within)(page).fill(text), keys("Tab"))


def choose(label: str, option: str, within: str = "body") -> Act:
    """Choose from a list."""
    return lambda page: labelled(label, within)(page).select_option(option)


def keys(*names: str) -> Act:
    """Press keys."""

    def act(page: Page) -> None:
        for name in names:
            page.keyboard.press(name)

    return act


def saves(name: str, ending: str, within: str = "body") -> Act:
    """Press what makes a file, and get it."""

    def act(page: Page) -> None:
        with page.expect_download() as file:
            named("button", name, within)(page).click()
        assert file.value.suggested_filename.endswith(ending)
        assert file.value.path().stat().st_size

    return act


def sees(text: str, within: str = "body") -> Act:
    """Wait until a text stands there."""
    return lambda page: expect(page.locator(within).get_by_text(text).filter(visible=True).first).to_be_visible()


def holds(selector: str, text: str) -> Act:
    """Wait until something says so."""
    return lambda page: expect(page.locator(selector).filter(visible=True).first).to_contain_text(text)


def both(*acts: Act) -> Act:
    """One after the other."""
    return lambda page: [act(page) for act in acts]


def tick(selector: str) -> Act:
    """Press a box, or what is written beside it."""
    return lambda page: page.locator(selector).first.click()


def labelled_tick(label: str, within: str = "body") -> Act:
    """Tick the box of this label."""
    return lambda page: labelled(label, within)(page).check()


def types(text: str) -> Act:
    """Type where the focus is."""
    return lambda page: page.keyboard.type(text)


def at_address(end: str) -> Act:
    """Wait until the address ends so."""
    return lambda page: expect(page).to_have_url(re.compile(f"{end}$"))
