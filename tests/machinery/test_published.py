"""Pages that mkdocs.yml leaves out are read by nothing."""

from pathlib import Path

from macros.front_matter import front_matters
from macros.parsed_page import parsed_pages
from macros.published import left_out


def said(tmp_path: Path, settings: str) -> Path:
    """A folder of pages beside such settings."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (docs / "draft.md").write_text("# A draft\n", encoding="utf-8")
    return docs


def test_a_page_that_is_left_out_is_not_read(tmp_path: Path) -> None:
    docs = said(tmp_path, "exclude_docs: |\n  draft.md\n")
    assert parsed_pages(docs) == {}
    assert not front_matters(docs)[1]


def test_what_cannot_be_read_leaves_nothing_out(tmp_path: Path) -> None:
    docs = said(tmp_path, "exclude_docs: |\n  !\n")
    assert not left_out(docs, "exclude_docs").match_file("draft.md")
    (tmp_path / "mkdocs.yml").write_text("- a list\n", encoding="utf-8")
    assert not left_out(docs, "draft_docs").match_file("draft.md")
