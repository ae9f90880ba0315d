"""Where a macro was called."""

from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

from macros.mistakes import Place
from macros.where import up, up_from_url, where

PAGE = "---\ntitle: x\n---\n\nFirst.\n\n{{ here() }}\n"


def place(env: SimpleNamespace, text: str) -> Place:
    """The place that a macro sees when an engine renders a text."""
    found: list[Place] = []

    def here() -> None:
        found.append(where(env))

    jinja2.Environment(autoescape=True).from_string(text).render(here=here)
    return found[0]


def engine(file: Path, markdown: str | None) -> SimpleNamespace:
    """What MkDocs gives a macro."""
    page = SimpleNamespace(file=SimpleNamespace(src_uri="principles/x.md", abs_src_path=str(file)))
    return SimpleNamespace(page=page, markdown=markdown)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_lines_count_as_in_the_file_with_its_front_matter(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "x.md").write_bytes(start + PAGE.encode())
    body = PAGE.split("---\n", 2)[2]
    assert place(engine(tmp_path / "x.md", body), body) == Place("docs/principles/x.md", 7)


@pytest.mark.parametrize("markdown", ["changed by another plugin", "", None])
def test_lines_count_in_the_text_where_the_file_differs(tmp_path: Path, markdown: str | None) -> None:
    (tmp_path / "x.md").write_text(PAGE, encoding="utf-8")
    assert place(engine(tmp_path / "x.md", markdown), "\n\n{{ here() }}") == Place("docs/principles/x.md", 3)


def test_an_engine_whose_page_has_no_file_gives_its_path() -> None:
    assert place(SimpleNamespace(page=SimpleNamespace(path="a.md")), "\n{{ here() }}") == Place("docs/a.md", 2)


def test_outside_a_page_there_is_no_line(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(PAGE, encoding="utf-8")
    assert where(engine(tmp_path / "x.md", None)) == Place("docs/principles/x.md", 0)


@pytest.mark.parametrize(
    ("path", "from_file", "from_address"),
    [
        ("docs/index.md", "", ""),
        ("docs/about.md", "", "../"),
        ("docs/workbook.md", "", "../"),
        ("docs/principles/index.md", "../", "../"),
        ("docs/a/b/c.md", "../../", "../../../"),
        ("docs/principles/benefit.md", "../", "../../"),
    ],
)
def test_the_way_back_to_the_first_page(path: str, from_file: str, from_address: str) -> None:
    assert up(Place(path)) == from_file
    assert up_from_url(Place(path)) == from_address
