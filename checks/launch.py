"""`make launch`: what is still missing before readers are told of this guide, in one sentence each, and who can settle it."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from macros import register
from macros.encoding import text_of
from macros.settings import FILE, Publisher, part, read_settings, source_of
from publish.folder import NOWHERE, address

MINE = "in the first block of mkdocs.yml"
OPEN = "still has to confirm the source's licence"  # what the page says until somebody has
FROM_OUTSIDE = re.compile(r"^ +(\w+): (?:&\w+ )?!ENV \[(\w+),", re.MULTILINE)
ABOUT, PRIVACY = "docs/about.md", "docs/privacy.md"


def missing(project: Path, publisher: Publisher) -> Iterator[str]:
    """Each thing that has to be settled first, with what to do."""
    if not publisher.content_licence:
        yield f"No licence: readers do not know what they may do with the text; write it {MINE}, or set GUIDE_LICENCE."
    about = project / ABOUT
    if about.is_file() and OPEN in text_of(about):
        yield f"{ABOUT}: the licence of the source is not confirmed; ask its owner, then change that paragraph."
    if not publisher.site_url.startswith("https://"):
        yield f"No address that begins with https://: nothing is kept for use without a connection; write site_url {MINE}, or set SITE_URL."
    if not (publisher.feedback or publisher.issues):
        yield f"No address for feedback: readers cannot tell you what is wrong; write one {MINE}, or set GUIDE_FEEDBACK."
    if publisher.feedback and not publisher.feedback_read:
        yield f"Nothing says how soon feedback is read; write it {MINE}, or set GUIDE_FEEDBACK_READ, for example to 'within two weeks'."
    if not (project / PRIVACY).is_file():
        yield f"{PRIVACY}: there is no such page; say what browsers keep and what your host writes down."
    news, wrong = register.new_entries(project / "data")
    if wrong or any(names for sections in (news or {}).values() for names in sections.values()):
        yield "The registers do not know all questions and pages; run make ids, and commit what it writes."
    site = project / "site"
    if not (site / "index.html").is_file():
        yield "No site is built; run make release."
    elif publisher.site_url and address(site) not in {NOWHERE, f"{publisher.site_url.rstrip('/')}/"}:
        yield f"The site in site/ was built for {address(site)}; run make release again."


def said(project: Path) -> Publisher:
    """Who publishes this copy, as a build would read it: the settings, and what the environment says in their place."""
    settings = project / FILE
    outside = FROM_OUTSIDE.findall(text_of(settings)) if settings.is_file() else []
    given = part(source_of(project), "extra", "publisher")
    return Publisher.model_validate(given | {name: os.environ[variable] for name, variable in outside if variable in os.environ})


def main(project: Path = Path()) -> int:
    """Print what is missing; 0 where nothing is."""
    source = source_of(project)
    slips = source.mistakes or read_settings(part(source, "extra"), source).mistakes
    found = [*map(str, slips)] or list(missing(project, said(project)))
    print(*found or ["Nothing that a program can see is missing. Read the About and Privacy pages once more as a reader would."], sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
