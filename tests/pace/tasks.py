"""What keeps a phone busy for more than 50 ms at a time while a page comes, beside plain Material (part of `make bench`).

The processor is four times slower. A task belongs to the script that runs longest in it, ours or the theme's; where none runs for half
of it, to the browser, which parses, lays out and paints. Of three first visits the one in the middle is told.
"""

import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.find import find
from tests.browser.traced import traced

from .sites import both

PAGES = {"wheel": "", "tools": "tools-and-methods/", "glossary": "glossary/", "workbook": "workbook/"}
SLOWER = 4
LONG = 50  # ms
ROUNDS = 3
Task = tuple[float, str]  # how long, in ms, and whose


def first_visit(browser: Browser, address: str) -> list[dict[str, Any]]:
    """What the browser did for one first visit."""
    screen: ViewportSize = {"width": 412, "height": 823}
    context = browser.new_context(viewport=screen, device_scale_factor=1.75, is_mobile=True, has_touch=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    with traced(page) as events:
        page.goto(address, wait_until="networkidle")
    context.close()
    return events


def long_tasks(events: list[dict[str, Any]], address: str) -> list[Task]:
    """The long tasks of the thread that showed a page."""
    timed = [one for one in events if one.get("ph") == "X"]
    parsed = [one for one in timed if one["name"] == "ParseHTML" and one["args"]["beginData"]["url"].startswith(address)]
    thread = (parsed[0]["pid"], parsed[0]["tid"])
    own = [one for one in timed if (one["pid"], one["tid"]) == thread]
    found = {one["ts"]: one for one in own if one["name"] == "RunTask" and one["dur"] > LONG * 1000}
    return [(one["dur"] / 1000, _whose(one, own)) for one in found.values()]


def _whose(task: dict[str, Any], events: list[dict[str, Any]]) -> str:
    """The script that runs longest in a task, or the browser."""
    end = task["ts"] + task["dur"]
    inside = [
        one for one in events if task["ts"] <= one["ts"] < end and one["name"] in {"EvaluateScript", "FunctionCall", "v8.evaluateModule"}
    ]
    longest = max(inside, key=lambda one: one["dur"], default=None)
    if not longest or longest["dur"] < task["dur"] / 2:
        return "the browser"
    said = longest["args"].get("data", {})
    name = str(said.get("url") or longest["args"].get("fileName", "")).rpartition("/")[2]
    return "the theme" if name.startswith("bundle.") else f"ours, {name.rpartition('-')[0]}" if "-" in name else "the page"


def main() -> None:
    """Measure, and print a line for each page and site."""
    with tempfile.TemporaryDirectory() as name, both(Path(name)) as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(windows=True), args=["--headless=new"])
        for page, path in PAGES.items():
            for site, address in sites.items():
                visits = [long_tasks(first_visit(browser, address + path), address) for _ in range(ROUNDS)]
                middle = sorted(visits, key=lambda tasks: sum(long for long, _ in tasks))[ROUNDS // 2]
                blocked = sum(long - LONG for long, _ in middle)
                told = ", ".join(f"{long:.0f} ({whose})" for long, whose in sorted(middle, reverse=True))
                print(f"{page:9} | {site:5} | blocked {blocked:4.0f} ms | tasks over {LONG} ms: {told or 'none'}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
