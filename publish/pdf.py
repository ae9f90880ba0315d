"""`python -m publish.pdf [SITE]`: print the ready-made PDFs of a built site, and show the links to them.

The browser that prints is headless Chromium, chosen after trying both it and WeasyPrint 70 on these sheets:

- Chromium prints what readers see when they print themselves: one set of styles, one look. It tags everything, the boxes as
  the check boxes they are, and writes bookmarks, title and language. What it lacks, page numbers in a list of contents, is
  done here in two rounds: print, look up on which page each heading stands, fill in the numbers, print again.
- WeasyPrint has such numbers. But it runs no scripts, so every sheet would have to be put together a second time in Python.
  Given the finished sheet of one principle, it made three of it: an empty one, one with the code printed pale and its address
  over the introduction (it reads neither `float: inline-end` nor a variable in SVG), and one for what no longer fitted. Boxes
  came out as borders, where Chromium tags a check box. It also wants Pango on the machine. Styles of its own would mend the
  look, and the ready-made sheets would then look like nobody else's.
"""

import io
import os
import sys
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from .finish import finish
from .folder import NOWHERE, address, answer
from .outline import mended
from .ready import Wish, handouts, show, wishes

# Headings stand one rank lower on the page than in a document of their own, and links that lead nowhere are none.
MAKE_DOCUMENT = """([title, nowhere]) => {
    document.title = title;
    for (const one of document.querySelectorAll(".app-sheet :is(h2, h3, h4, h5)")) one.ariaLevel = Number(one.tagName[1]) - 1;
    const elsewhere = ({ href }) => href.startsWith(nowhere) && !href.startsWith(`${location.origin}${location.pathname}#`);
    for (const one of document.querySelectorAll("a")) if (elsewhere(one)) one.removeAttribute("href");
}"""
NUMBER = """(numbers) => {
    for (const row of document.querySelectorAll(".app-sheet__contents li")) {
        row.querySelector('[data-part="number"]').textContent = numbers[row.querySelector("a").hash.slice(1)];
    }
}"""


def make(site: Path, place: Path, browser: str | None = None) -> list[Path]:
    """Print every PDF that the page in the folder `place` of a built site asks for; `browser` is the path of a Chrome or Chromium."""
    base = address(site)
    made = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser)
        for _, group in groupby(wishes(place / "index.html"), decided):
            context = chromium.new_context(service_workers="block")  # no answers, no earlier choice
            answer(context, site, base)
            page = context.new_page()
            page.goto(f"{base}{place.relative_to(site).as_posix()}/")
            for wish in group:
                choose(page, wish)
                page.evaluate(MAKE_DOCUMENT, [wish.title, NOWHERE])
                made.append(place / wish.file)
                made[-1].write_bytes(mended(printed(page), page.locator(".app-sheet:not([hidden]) :is(h2, h3, h4, h5)").all_inner_texts()))
            context.close()
        chromium.close()
    return made


def decided(wish: Wish) -> set[str]:
    """What a wish decides. The next one that decides the same is printed from the same page: nothing of the last choice is left."""
    return {name for name, _ in wish.choice}


def choose(page: Page, wish: Wish) -> None:
    """Choose in the panel as a reader would, and wait until the sheets are there."""
    wanted = [value for name, value in wish.choice if name == "principles"]
    for box in page.locator('[name="principles"]').all() if wanted else []:
        box.set_checked(box.get_attribute("value") in wanted)
    for name, value in wish.choice:
        if name != "principles":
            page.locator(f'[name="{name}"][value="{value}"]').check()
    page.locator('.app-handout[aria-busy="false"]').wait_for()


def printed(page: Page) -> bytes:
    """The sheets as a tagged PDF with bookmarks; where there is a list of contents, with its page numbers."""
    first = page.pdf(format="A4", tagged=True, outline=True)
    if not page.locator(".app-sheet__contents").is_visible():
        return first
    reader = PdfReader(io.BytesIO(first))
    places = {name.lstrip("/"): reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
    page.evaluate(NUMBER, {name: number + 1 for name, number in places.items() if number is not None})
    return page.pdf(format="A4", tagged=True, outline=True)


def main(arguments: list[str]) -> int:
    """Make the PDFs of the site in the folder that is named, or in site/, and say what was made."""
    site = Path(arguments[0] if arguments else "site")
    place = handouts(site)
    if not place:
        print(f"{site}: there is no handouts page; run make build first")
        return 1
    for file in make(site, place, os.environ.get("CHROMIUM")):
        print(f"{file}: {file.stat().st_size:,} bytes")
    print(f"{show(site)} links lead to them.")
    finish(site)  # what is kept without a connection is known by its content, and pages have changed
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
