"""The page to take away, in a browser: it runs nothing, asks nobody for anything, and everybody can read it."""

import base64
import hashlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, minutes


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_in_a_browser_nothing_runs_and_nothing_is_requested(modules: Modules, page: Page, text: str) -> None:
    ran: list[str] = []
    page.expose_function("alert", lambda said: ran.append(str(said)))
    page.on("request", lambda request: ran.append(request.url))
    page.set_content(modules.call("files/standalone", "standalone", minutes(text)))
    assert page.locator("h1").inner_text().split() == text.split()
    assert page.locator("script, img, iframe").count() == 0
    assert ran == []


def test_its_policy_allows_its_own_style_and_nothing_else(modules: Modules, page: Page) -> None:
    source = modules.call("files/standalone", "standalone", minutes("plain"))
    style = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    assert style
    fingerprint = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in source, f"STYLE_HASH has to be sha256-{fingerprint}"
    assert source.index("Content-Security-Policy") < source.index("<title>")
    page.set_content(source)
    assert page.locator("main").evaluate("(main) => getComputedStyle(main).paddingTop") == "32px"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(modules: Modules, page: Page, scheme: str) -> None:
    source = modules.call("files/standalone", "standalone", minutes("plain", by="2026-11-01"))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_content(source)
    assert Axe().run(page).response["violations"] == []
