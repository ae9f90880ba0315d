"""A built site in a browser without a server: every address of the site is answered from its folder, no other at all."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, Route

NOWHERE = "https://guide.invalid/"  # stands for the address of a site that does not know its own


def address(site: Path) -> str:
    """Where a built site says that it lives, or NOWHERE; always ends with a slash."""
    home = (site / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<link[^>]*rel="?canonical"?[^>]*href="?([^"\s>]+)|<link[^>]*href="?([^"\s>]+)"?[^>]*rel="?canonical', home)
    return f"{(found[1] or found[2]).rstrip('/')}/" if found else NOWHERE


def answer(context: BrowserContext, site: Path, base: str) -> None:
    """Let a browser find the site's files under its own address, as readers do; whatever else it asks for fails."""
    start = urlsplit(base).path

    def give(route: Route) -> None:
        asked = urlsplit(route.request.url)
        inside = asked.netloc == urlsplit(base).netloc and asked.path.startswith(start)
        file = site / unquote(asked.path.removeprefix(start))
        file = file / "index.html" if file.is_dir() else file
        if inside and file.is_file() and file.resolve().is_relative_to(site.resolve()):
            route.fulfill(path=file)
        else:
            route.fulfill(status=404, body="")

    context.route("**/*", give)
