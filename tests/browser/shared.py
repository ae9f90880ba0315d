"""What all workers of one run of tests need is made once: by the first that asks, while the others wait."""

import contextlib
import gzip
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.paper import code
from publish import carry, hosts, offline

CODE = re.compile(r'(?<=<path d=")M\d+ \d+\.5h[^"]*')  # of a page's address, as a picture
HIGHEST = "65535"  # as long as the ports that hosts get, so that codes have the same size


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """One process at a time: SQLite's lock is the same on all systems, and goes with a process that dies."""
    with contextlib.closing(sqlite3.connect(file, timeout=600, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that `make` fills, for all workers of this run; nobody may change it."""
    base = factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with locked(run / f"{name}.lock"):
        if not (run / name).exists():
            half = run / f"{name} in the making"
            shutil.rmtree(half, ignore_errors=True)  # somebody failed there
            make(half)
            half.rename(run / name)
    return run / name


def moved(site: Path, old: str, new: str, *, codes: bool = True) -> None:
    """Let a built site be at another address: in its links, in its map, and in the codes on paper. Raises KeyError for a code that it does not know.

    To draw the codes takes most of the time: without `codes` they go on leading to the former address.
    """
    pages = [page.relative_to(site).parent.as_posix().removeprefix(".") for page in site.rglob("index.html")]
    paths = {f"{page}/{part}".lstrip("/") for page in pages for part in ("", f"#{page.rpartition('/')[2]}-questions")}
    drawn = {code(old + path).path: code(new + path).path for path in paths} if codes else {}
    host, other = old.split("/")[2], new.split("/")[2]  # what stands in texts has no http:// and gaps for lines to end
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        text = CODE.sub(lambda found: drawn[found[0]], text) if codes else text
        file.write_text(text.replace(old, new).replace(host, other), "utf-8", newline="\n")
    sitemap = (site / "sitemap.xml").read_text("utf-8").replace(old, new)
    (site / "sitemap.xml").write_text(sitemap, "utf-8", newline="\n")
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(sitemap.encode(), mtime=0))


def written(site: Path, when: float) -> None:
    """Let all files have been written then: a host goes by the second, and would call a release unchanged that follows within one."""
    for file in site.rglob("*"):
        os.utime(file, (when, when))


def finished_again(site: Path) -> None:
    """What `finish` does to a finished site of which only words, names or the address have changed, in a quarter of the time."""
    carry.note(site)
    offline.write(site, carry.former(site))
    hosts.write(site, carry.former(site))
