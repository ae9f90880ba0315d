"""
Many pages on paper. Firefox rests before each sheet, up to a second, so that people can stop it: one page after another takes 90 s, in
which it does next to nothing. So it prints several at once, in windows of a browser of its own, as Playwright's other half can.
"""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

from playwright.async_api import BrowserContext, async_playwright

from . import by_playwright
from .by_playwright import FIREFOX_PAPER, NO_WORKER, QUIET
from .conftest import Readers
from .tab import WAIT

WINDOWS = 8


class Printed(NamedTuple):
    """A page's path, what it answered on the screen, and the PDF."""

    path: str
    said: Any
    pdf: bytes


def on_paper(readers: Readers, paths: Sequence[str], ready: str, ask: str) -> Iterator[Printed]:
    """Pages on A4, each as soon as it is ready; `ready` and `ask`: expressions in its scripts' language."""
    if isinstance(readers, by_playwright.Readers):
        with ThreadPoolExecutor(1) as thread:  # in this one its first half is at work
            yield from thread.submit(asyncio.run, _at_once(readers, paths, ready, ask)).result()
        return
    with readers.reader() as tab:
        tab.wide(1280)
        for path in paths:
            tab.open(path)
            tab.until(lambda: tab.run(f"return {ready}"))
            yield Printed(path, tab.run(f"return {ask}"), tab.pdf("A4"))


async def _at_once(readers: by_playwright.Readers, paths: Sequence[str], ready: str, ask: str) -> list[Printed]:
    waiting, made = list(paths), list[Printed]()
    async with async_playwright() as playwright:
        browser = await playwright.firefox.launch(**readers.how, firefox_user_prefs=NO_WORKER)
        context = await browser.new_context(base_url=readers.url, viewport={"width": 1280, "height": 900}, **QUIET)
        context.on("weberror", lambda error: readers.said.append(f"error: {error.error}"))
        async with asyncio.TaskGroup() as windows:
            for _ in range(WINDOWS):
                windows.create_task(_window(context, waiting, made, ready, ask))
        await browser.close()
    return made


async def _window(context: BrowserContext, waiting: list[str], made: list[Printed], ready: str, ask: str) -> None:
    """Print what waits, page after page."""
    page = await context.new_page()
    while waiting:
        path = waiting.pop()
        await page.goto(path)
        async with asyncio.timeout(WAIT):
            while not await page.evaluate(ready):
                await asyncio.sleep(0.05)
        made.append(Printed(path, await page.evaluate(ask), await page.pdf(**FIREFOX_PAPER["A4"])))
