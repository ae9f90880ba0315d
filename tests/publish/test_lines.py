"""Lines end where their text ends, and what is written to the letter stays as it is."""

from pathlib import Path

import pytest

from publish.lines import trim


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("<p>\n      one\n  two </p>  \n\n\n  <p>three", "<p>\none\ntwo </p>\n<p>three"),
        ("<p>one  two</p>", "<p>one  two</p>"),
        ("<pre>\n  a\n    b\n</pre>\n  <p>", "<pre>\n  a\n    b\n</pre>\n<p>"),
        ("<textarea>\n  a </textarea>\n  <i>", "<textarea>\n  a </textarea>\n<i>"),
        ("<script>\n  a()\n</script>\n\n <style>\n  b {}\n</style>", "<script>\n  a()\n</script>\n<style>\n  b {}\n</style>"),
        ("<pre><code>a\n  b</code></pre>\n\n<pre>c\n  d</pre >\n\n", "<pre><code>a\n  b</code></pre>\n<pre>c\n  d</pre >\n"),
        ("<preview>\n  a\n</preview>", "<preview>\na\n</preview>"),
        ("é \r\n  ü", "é\nü"),
    ],
)
def test_only_the_space_around_the_end_of_a_line_goes(tmp_path: Path, text: str, trimmed: str) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text(text, encoding="utf-8", newline="")
    for _ in range(2):
        trim(tmp_path)
        assert page.read_bytes().decode() == trimmed
