"""The engine's hooks. That a real build survives with them is in test_build.py."""

from pathlib import Path
from types import SimpleNamespace

from macros.engine_hooks import on_files, on_nav, on_page_content, on_page_markdown, on_page_read_source


class File:
    """A page's file as the engine has it."""

    def __init__(self, raw: bytes) -> None:
        self.content_bytes = raw

    @property
    def content_string(self) -> str:
        """Its text; raises ValueError where it is none."""
        return self.content_bytes.decode()


def test_a_page_that_is_not_utf8_is_read_with_marks() -> None:
    assert on_page_read_source(page=SimpleNamespace(file=File("café".encode("latin-1"))), config=None) == "caf\N{REPLACEMENT CHARACTER}"


def test_a_page_of_16_bits_is_read_whole() -> None:
    assert on_page_read_source(page=SimpleNamespace(file=File("# A café".encode("utf-16"))), config=None) == "# A café"


def test_other_pages_are_left_to_the_engine() -> None:
    assert on_page_read_source(page=SimpleNamespace(file=File("café".encode())), config=None) is None


def test_what_stands_above_a_page_is_text_and_only_what_the_theme_prints() -> None:
    page = SimpleNamespace(meta={"title": 2026, "description": ["a"], "reviewed": "soon", "template": "none.html"})
    assert on_page_markdown("text", page=page, config=None) == "text"
    assert page.meta == {"title": "2026", "description": "[&#39;a&#39;]"}


def test_what_is_empty_or_missing_stays_away() -> None:
    page = SimpleNamespace(meta={"title": None})
    on_page_markdown("", page=page)
    assert page.meta == {}


def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "docs" / "more").mkdir(parents=True)
    (tmp_path / "docs" / "loop").symlink_to("../docs")
    (tmp_path / "docs" / "linked").symlink_to("more")
    (tmp_path / "docs" / "none.md").symlink_to("nowhere.md")
    (tmp_path / "docs" / "a.md").touch()
    (tmp_path / "docs" / "more" / "b.md").touch()
    names = ["a.md", "none.md", "loop/a.md", "more/b.md", "linked/b.md"]
    files = [SimpleNamespace(abs_src_path=str(tmp_path / "docs" / name)) for name in names] + [SimpleNamespace(abs_src_path=None)]
    kept = [Path(file.abs_src_path).name if file.abs_src_path else "made" for file in on_files(files, config=None)]
    assert kept == ["a.md", "b.md", "b.md", "made"]


def test_titles_in_the_navigation_are_text() -> None:
    page, untitled = SimpleNamespace(title='R&D <b> "x"'), SimpleNamespace()
    section = SimpleNamespace(title="A < B", children=[page, untitled])
    on_nav(SimpleNamespace(items=[section]), config=None)
    on_nav(SimpleNamespace(items=[section]), config=None)  # nothing is escaped twice
    assert (section.title, page.title, vars(untitled)) == ("A &lt; B", "R&amp;D &lt;b&gt; &#34;x&#34;", {})


def test_the_focus_goes_into_tables_that_a_phone_pushes_to_the_side() -> None:
    head = "<table>\n<thead>\n<tr>\n{}</tr>\n</thead>"
    three, two = (head.format('<th style="text-align: left;">A <em>b</em></th>\n' * count) for count in (3, 2))
    wide = three.replace("<table>", '<table tabindex="0">')
    assert on_page_content(f"{two}</table>{three}", page=None) == f"{two}</table>{wide}"
