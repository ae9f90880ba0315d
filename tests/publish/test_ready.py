"""Links to ready-made files: hidden until the file is there, then shown with its size."""

from pathlib import Path

import pytest

from publish.ready import Wish, handouts, show, size, wishes

WISHED = '<li><span data-pdf="one.pdf" data-title="One &amp; all" data-choice="what=sheets principles=one lines=few" hidden>One (PDF, {size})</span></li>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page of handouts and one that links to a file of it."""
    (tmp_path / "handout").mkdir()
    (tmp_path / "handout" / "index.html").write_text(f"<div data-pdfs hidden><h2>Files</h2>{WISHED}</div>", encoding="utf-8")
    (tmp_path / "index.html").write_text(
        '<p><span data-pdf="handout/one.pdf" hidden>PDF ({size})</span> <span data-pdf="two.pdf" hidden>x</span></p>', encoding="utf-8"
    )
    return tmp_path


def test_a_page_says_which_files_it_wishes_and_what_to_choose(site: Path) -> None:
    choice = (("what", "sheets"), ("principles", "one"), ("lines", "few"))
    assert list(wishes(site / "handout" / "index.html")) == [Wish("one.pdf", "One & all", choice)]


def test_the_page_that_asks_for_files_is_found_whatever_it_is_called(site: Path) -> None:
    assert handouts(site) == site / "handout"
    (site / "handout").rename(site / "print")
    assert handouts(site) == site / "print"
    (site / "print" / "index.html").unlink()
    assert handouts(site) is None


def test_a_link_is_shown_with_the_size_once_its_file_is_there(site: Path) -> None:
    (site / "handout" / "one.pdf").write_bytes(b"x" * 84_321)
    assert show(site) == 2
    page = (site / "handout" / "index.html").read_text(encoding="utf-8")
    assert ' href="one.pdf">One (PDF, 84 kB)</a>' in page
    assert "<div data-pdfs><h2>" in page
    first = (site / "index.html").read_text(encoding="utf-8")
    assert '<a data-pdf="handout/one.pdf" href="handout/one.pdf">PDF (84 kB)</a>' in first
    assert '<span data-pdf="two.pdf" hidden>x</span>' in first, "nobody made that one"


def test_nothing_is_shown_or_written_without_files(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*.html")}
    assert show(site) == 0
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(("count", "text"), [(84_321, "84 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (1_249_000, "1.2 MB")])
def test_a_size_reads_as_in_a_download(count: int, text: str) -> None:
    assert size(count) == text
