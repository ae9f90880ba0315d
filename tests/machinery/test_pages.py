"""What the guide knows of its pages."""

from pathlib import Path

from macros.front_matter import front_matters
from macros.pages import Page, read_pages
from macros.parsed_page import parsed_pages


def test_pages_come_in_the_order_of_their_titles(project: Path) -> None:
    pages = read_pages(parsed_pages(project / "docs"), front_matters(project / "docs")[0])
    assert [page.title for page in pages] == ["Benefit", "Feedback", "Glossary", "Home", "Learning", "Tools"]
    assert pages[0].path == "principles/benefit.md"
    assert ("term", "pull") in pages[0].calls


def test_a_page_without_a_title_goes_by_its_path(project: Path) -> None:
    assert [page.title for page in read_pages(parsed_pages(project / "docs"), {})] == [
        page.path for page in read_pages(parsed_pages(project / "docs"), {})
    ]


def test_a_page_in_another_encoding_is_still_read(project: Path) -> None:
    (project / "docs" / "feedback.md").write_bytes(b"\xef\xbb\xbf" + '{{ term("a") }} café'.encode("latin-1"))
    assert {page.path: page.calls for page in read_pages(parsed_pages(project / "docs"), {})}["feedback.md"] == {("term", "a")}


def test_pages_stand_in_the_order_of_their_titles_and_a_page_without_one_goes_by_its_path(tmp_path: Path) -> None:
    start = "---\ntitle: {}\ndescription: {:x<60}\nreviewed: 2026-11-22\nreview_by: 2027-11-22\n---\n{}"
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.md").write_text(start.format("Apples", "one ", '{{ term("pull") }}'), encoding="utf-8")
    (tmp_path / "a.md").write_text(start.format("Zebras", "two ", ""), encoding="utf-8")
    (tmp_path / "m.md").write_text("no front matter", encoding="utf-8")
    found = read_pages(parsed_pages(tmp_path), front_matters(tmp_path)[0])
    assert found == (Page("sub/b.md", "Apples", frozenset({("term", "pull")})), Page("m.md", "m.md"), Page("a.md", "Zebras"))
