"""Another release in the place of a site, and a reader whose browser keeps the whole guide."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Server
from .shared import finished_again, written

CLAIM = re.compile(r"works here without a connection\. It takes \d(?:\.\d)? MB")


def release(folder: Path, mark: str, script: str = "site") -> None:
    """Turn a site into another release: other words on each page, and another script."""
    before = (folder / "index.html").stat().st_mtime
    home = (folder / "index.html").read_text("utf-8")
    [name] = set(re.findall(rf"\b{script}-[0-9A-Z]{{8}}\.js", home))
    other = f"{script}-{mark:0<8}.js"
    for file in folder.glob("assets/javascripts/*.js"):
        text = file.read_text("utf-8").replace(name, other)
        file.write_text(f"{text}//{mark}" if file.name == name else text, "utf-8")
    (folder / "assets" / "javascripts" / name).rename(folder / "assets" / "javascripts" / other)
    for page in folder.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace(name, other).replace("</h1>", f" {mark}</h1>"), "utf-8")
    finished_again(folder)
    written(folder, before + 2)


def visited(reader: BrowserContext, host: Server) -> Page:
    """A page after whose visit the browser has the whole guide."""
    page = reader.new_page()
    page.goto(f"{host.url}principles/benefit/")
    expect(page.locator('[data-part="offline"]')).to_have_text(CLAIM, timeout=60_000)
    return page
