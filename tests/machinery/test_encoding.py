"""Text that people saved in one encoding or another."""

from pathlib import Path

import pytest

from macros.encoding import misread, text_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_with_or_without_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "x.md").write_text("A café", encoding=encoding)
    assert text_of(tmp_path / "x.md") == "A café"
    assert misread(tmp_path / "x.md", "docs/x.md") is None


@pytest.mark.parametrize(("encoding", "line"), [("cp1252", 3), ("utf-16", 1)])
def test_another_encoding_is_named_at_its_first_line_and_the_rest_is_read(tmp_path: Path, encoding: str, line: int) -> None:
    (tmp_path / "x.md").write_text("One.\nTwo.\nA “café”.\nFour.\n", encoding=encoding)
    says = f"docs/x.md:{line}: the file is not UTF-8 text; save it again with the encoding UTF-8"
    assert str(misread(tmp_path / "x.md", "docs/x.md")) == says
    assert "F" in text_of(tmp_path / "x.md")
