"""The policy names what pages run, is the same on all of them, and a page that it would stop is named with what to do."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest

from publish.bundle import FaultError
from publish.policy import META, header, policy, seal

PAGE = """<!doctype html>
<html><head>
<meta charset="utf-8">
<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="assets/a.css">
<script>first("ä <b>")</script>
<script type="application/json">{"no": "script"}</script>
<script src="assets/a.js"></script>
</head><body><a href="https://example.org/">Elsewhere</a><img src="data:image/gif;base64,x" alt=""></body></html>
"""


def written(folder: Path, **pages: str) -> Path:
    """A site with these pages, by the name of their folder, beside a first page."""
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    for name, text in pages.items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(text, encoding="utf-8")
    return folder


def hash_of(text: str) -> str:
    """A script as a policy names it."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_one_policy_names_every_inline_script_of_all_pages_and_nothing_else(tmp_path: Path) -> None:
    other = PAGE.replace('first("ä <b>")', "second()").replace('type="application/json"', 'type="importmap"')
    [scripts] = re.findall(r"script-src ([^;]+)", policy(written(tmp_path, other=other)))
    assert set(scripts.split()) == {"'self'", hash_of('first("ä <b>")'), hash_of("second()"), hash_of('{"no": "script"}')}


def test_it_stands_in_every_page_before_whatever_it_is_to_hold_for(tmp_path: Path) -> None:
    site = written(tmp_path, other=PAGE.replace("first", "second"))
    seal(site)
    pages = [file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))]
    metas = [META.findall(page) for page in pages]
    assert metas[0] == metas[1]
    assert len(metas[0]) == 1
    for page in pages:
        before = page.partition("<meta http-equiv")[0]
        assert before.endswith('<meta charset="utf-8">')
        assert all(hash_of(text) in metas[0][0] for text in re.findall(r"<script>(.*?)</script>", page))
    assert header(site) == f"{metas[0][0]}; frame-ancestors 'none'"
    assert "unsafe" not in header(site)
    assert "//" not in re.sub(r"'sha256-[^']+'", "", header(site)), "no host is named"


def test_a_second_time_changes_nothing_and_a_page_that_came_later_is_sealed_with_the_others(tmp_path: Path) -> None:
    site = written(tmp_path)
    seal(site)
    first = (site / "index.html").read_bytes()
    seal(site)
    assert (site / "index.html").read_bytes() == first
    (site / "late.html").write_text(PAGE.replace("first", "late"), encoding="utf-8")
    seal(site)
    assert hash_of('late("ä <b>")') in header(site)
    assert META.findall((site / "late.html").read_text(encoding="utf-8")) == META.findall((site / "index.html").read_text(encoding="utf-8"))


def test_a_site_without_a_policy_has_no_header(tmp_path: Path) -> None:
    with pytest.raises(FaultError, match=r"no page has a policy yet; run publish\.finish"):
        header(written(tmp_path))


@pytest.mark.parametrize(
    ("piece", "sentence"),
    [
        ('<p style="color: red">', "has an inline style; give it a class"),
        ("<style>p { color: red }</style>", "has an inline style; give it a class"),
        ('<svg><path STYLE="x"/></svg>', "has an inline style; give it a class"),
        ('<button onclick="go()">', "runs a script in onclick; listen in a module"),
        ('<img src="a.png" onError="go()">', "runs a script in onerror; listen in a module"),
        ('<a href="javascript:go()">', "asks for javascript:go(); take what it needs into the site"),
        ('<script src="https://elsewhere.example/a.js"></script>', "asks for https://elsewhere.example/a.js; take"),
        ('<link rel="stylesheet" href="//elsewhere.example/a.css">', "asks for //elsewhere.example/a.css; take"),
        ('<link rel="shortcut icon" href="http://elsewhere.example/a.ico">', "asks for http://elsewhere.example/a.ico; take"),
        ('<iframe src="HTTPS://elsewhere.example/"></iframe>', "asks for HTTPS://elsewhere.example/; take"),
        ('<img src="https://elsewhere.example/a.png" alt="">', "asks for https://elsewhere.example/a.png; take"),
    ],
)
def test_what_it_would_stop_is_named_with_its_place(tmp_path: Path, piece: str, sentence: str) -> None:
    site = written(tmp_path, other=PAGE.replace("<body>", f"<body>\n{piece}"))
    with pytest.raises(FaultError) as caught:
        seal(site)
    [line] = str(caught.value).splitlines()
    assert line.startswith(f"{site / 'other' / 'index.html'}:9: <")
    assert sentence in line
