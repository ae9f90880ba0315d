"""The engine's hooks. That a real build survives with them is in test_build.py."""

from types import SimpleNamespace

from macros.engine_hooks import on_page_markdown, on_page_read_source


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
    assert page.meta == {"title": "2026", "description": "['a']"}


def test_what_is_empty_or_missing_stays_away() -> None:
    page = SimpleNamespace(meta={"title": None})
    on_page_markdown("", page=page)
    assert page.meta == {}
