"""Instant navigation: until Material has read which pages there are, a link loads its page anew."""

from playwright.sync_api import Page

READ = "async (address) => { await (await (await fetch(address)).blob()).text(); }"


def arrive(page: Page, address: str) -> None:
    """Open a page and wait until its links lead on without a load."""
    with page.expect_response("**/sitemap.xml") as pages:
        page.goto(address)
    page.evaluate(READ, pages.value.url)  # nothing says when Material has read it; who asks later has it later
