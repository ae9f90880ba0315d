"""The theme's script changes in one place; what it does then, the browser tests see."""

import re
from importlib.util import find_spec
from pathlib import Path

from publish.theme import search_later

MATERIAL = find_spec("material")
assert MATERIAL
assert MATERIAL.origin
THEIRS = next((Path(MATERIAL.origin).parent / "templates" / "assets" / "javascripts").glob("bundle.*.min.js"))


def test_the_theme_of_the_lock_waits_for_a_search(tmp_path: Path) -> None:
    scripts = tmp_path / "assets" / "javascripts"
    scripts.mkdir(parents=True)
    before = THEIRS.read_text(encoding="utf-8")
    (scripts / THEIRS.name).write_text(before, encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<script src="assets/javascripts/{THEIRS.name}"></script>', encoding="utf-8")
    assert search_later(tmp_path)
    [script] = scripts.iterdir()
    assert re.fullmatch(r"bundle\.[0-9a-f]{8}\.min\.js", script.name)
    assert script.name != THEIRS.name
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == f'<script src="assets/javascripts/{script.name}"></script>'
    assert 0 < len(before) - len(script.read_text(encoding="utf-8")) < 50
    assert not search_later(tmp_path), "a second time there is nothing to do"
