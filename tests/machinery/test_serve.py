"""`make serve`: what is saved shows, a mistake shows too and stops nothing, and mending it brings the page back."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Change, copy_whole

PATIENCE = 60  # seconds; a slow machine builds slowly


class Served:
    """A project that is being served."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.project, self.url, self.said = project, f"http://{address}/", ""
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}  # served at the root, whatever is set outside
        self.process = subprocess.Popen(command, cwd=project, env=environment, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stderr or ():
            self.said += line

    def shows(self, page: str, words: str, *, terminal: str = "") -> None:
        """Wait until a page has the words, and the terminal its own."""
        end = time.monotonic() + PATIENCE
        text = ""
        while words not in text or terminal not in self.said:
            assert time.monotonic() < end, f"{words!r} is not on {page}; the terminal says:\n{self.said[-3000:]}"
            assert self.process.poll() is None, self.said
            time.sleep(0.1)
            try:
                with urllib.request.urlopen(self.url + page, timeout=PATIENCE) as answer:  # noqa: S310 # our own server
                    text = answer.read().decode()
            except OSError:  # it is not up yet, or it is building
                continue


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small guide, served."""
    server = Served(copy_whole(tmp_path_factory.mktemp("served") / "project"))
    server.shows("principles/benefit/", "Who gains, and who loses?")
    yield server
    server.process.terminate()
    server.process.wait()
    if server.process.stderr:
        server.process.stderr.close()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/principles/benefit.md", "people ask.", "people now ask."),
        ("data/checklists/benefit.yml", "What happens after the first year?", "What happens after the second year?"),
        ("macros/templates/checklist.html", "</section>", "</section><p>after the section</p>"),
        ("macros/checklist.py", '"text": question.text,', '"text": question.text.upper(),'),
        ("overrides/partials/page-foot.html", "<aside", "<p>a foot of its own</p><aside"),
    ],
)
def test_what_is_saved_shows(served: Served, change: Change, file: str, old: str, new: str) -> None:
    shown = {"macros/checklist.py": "WHO GAINS, AND WHO LOSES?"}.get(file, new.replace("</section>", "").split("<aside")[0])
    change(served.project / file, old, new)
    served.shows("principles/benefit/", shown)
    change(served.project / file, new, old)


@pytest.mark.parametrize(
    ("file", "old", "new", "says", "shows"),
    [
        (
            "data/checklists/benefit.yml",
            "text: Who",
            'text: "Who',
            "benefit.yml:6:11: this is not YAML",
            "this has to wait; first mend data/checklists/benefit.yml",
        ),
        (
            "docs/principles/benefit.md",
            'checklist("benefit")',
            'checklist("benfit")',
            "docs/principles/benefit.md:12: there is no checklist",
            "did you mean",
        ),
        (
            "docs/principles/benefit.md",
            'tools("benefit") }}',
            'tools("benefit")',
            "docs/principles/benefit.md:14: a '{{' on this line",
            "Macro Syntax Error",
        ),
        ("data/interface.yml", "checklist:\n", "checklist: [\n", "data/interface.yml:", "(questions)"),
        (  # of another page, and of the data: every page shows it
            "data/tools.yml",
            "also: [learning]",
            "also: [earning]",
            "data/tools.yml:7:12: there is no principle",
            "<strong>data/tools.yml:7:12</strong>: there is no principle &#39;earning&#39;",
        ),
        (
            "docs/feedback.md",
            "reviewed: 2026-01-01",
            "reviewed: 1 January 2026",
            "docs/feedback.md:4:11: ",
            "<strong>docs/feedback.md:4:11</strong>: ",
        ),
        ("docs/index.md", "{{ wheel() }}", "{{ whee() }}", "docs/index.md:12: ", "<strong>docs/index.md:12</strong>: there is no macro"),
        (
            "macros/templates/checklist.html",
            "</section>",
            "{{ nosuch }}</section>",
            "macros/templates/checklist.html:",
            "the template cannot be printed: &#39;nosuch&#39; is undefined",
        ),
    ],
)
def test_a_mistake_shows_and_mending_it_brings_the_page_back(
    served: Served, change: Change, file: str, old: str, new: str, says: str, shows: str
) -> None:
    change(served.project / file, old, new)
    served.shows("principles/benefit/", shows, terminal=says)
    change(served.project / file, new, old)
    served.shows("principles/benefit/", "How will you know that it worked?</label>")
