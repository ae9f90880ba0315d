"""What `make newest` says of a site that a newer release built: which pages and places are gone."""

from pathlib import Path

from checks.newest import compared, ids


def test_what_a_newer_release_lost_is_counted(tmp_path: Path) -> None:
    for name, body in {"a.html": '<p id="frame"><article><h2 id="one">1</h2><p id="two">2</p></article>', "b.html": "no article"}.items():
        (tmp_path / name).write_text(body, encoding="utf-8")
    before = ids(tmp_path)
    assert before == {"a.html": {"one", "two"}, "b.html": set()}
    assert compared(before, before) == "all 2 pages with all their ids"
    assert compared(before, {"a.html": {"one"}}) == "1 of 2 pages missing, 1 ids missing"
