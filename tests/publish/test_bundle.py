"""Bundling keeps what scripts and styles do, names files by their content, and says in one sentence what it cannot read."""

import re
from pathlib import Path

import pytest

from publish import bundle as command
from publish.bundle import bundle, main
from publish.naming import ENTRY, SCRIPTS
from tests.conftest import ROOT

MAP = ", ".join(f'"app/{name}": "../assets/javascripts/{name}.js"' for name in ("room/a", "room/b", "room/c", "room/d", "room/e"))
PAGE = f"""<head>
  <link rel="stylesheet" href="../assets/stylesheets/main.57a0d79d.min.css">
  <link rel="stylesheet" href="../assets/stylesheets/palette.fb2fffe2.min.css">
  <link rel="stylesheet" href="../assets/stylesheets/page/one.css">
  <link rel="stylesheet" href="../assets/stylesheets/page/two.css">
  <script type="importmap">{{"imports": {{{MAP}}}}}</script>
  <script src="../assets/javascripts/rules.js"></script>
  <script src="../assets/javascripts/restore.js"></script>
  <link rel="modulepreload" href="../assets/javascripts/site.js">
  <script type="module" src="../assets/javascripts/site.js"></script>
</head>
<body><div data-module="d"></div><img src="../assets/images/mark.svg" alt=""><a href="https://x.example/assets/images/mark.svg">x</a></body>
"""
FILES = {
    "javascripts/site.js": 'import { a } from "app/room/a";\n\n/** Go. */\na();\nwindow.later = [() => import("app/room/d"), () => import("app/room/e")];\n',
    "javascripts/room/a.js": 'import { b } from "app/room/b";\nexport const a = () => console.log("ä", b);\n',
    "javascripts/room/b.js": "export const b = 1;\n",
    "javascripts/room/c.js": "export const c = 2;\n",
    "javascripts/room/d.js": 'import { b } from "app/room/b";\nimport { c } from "app/room/c";\nexport const d = b + c;\n',
    "javascripts/room/e.js": 'import { c } from "app/room/c";\nexport const e = c;\n',
    "javascripts/rules.js": "(() => {\n  window.guide = 1;\n})();\n",
    "javascripts/restore.js": "/** In the head. */\n(() => {\n  window.guide ??= 1;\n})();\n",
    "stylesheets/page/one.css": '/* One. */\n@font-face { font-family: x; src: url("../../fonts/x.woff2"); }\n.app-x { color: rgb(1 2 3); }\n',
    "stylesheets/page/two.css": ".app-x { color: rgb(4 5 6); }\n@media print { .app-x { display: none; } }\n",
    "stylesheets/main.57a0d79d.min.css": ".md-x { color: rgb(7 8 9); }",
    "stylesheets/palette.fb2fffe2.min.css": ".md-x { color: rgb(9 8 7); }",
    "fonts/x.woff2": "font",
    "images/mark.svg": "<svg/>",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built site. Its entry needs a and b; d and e are fetched later, both need c, and d needs b too."""
    for name, text in FILES.items():
        write(tmp_path, name, text)
    (tmp_path / "about").mkdir()
    (tmp_path / "index.html").write_text(PAGE.replace("../", ""), encoding="utf-8")
    (tmp_path / "about" / "index.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(site: Path, name: str, text: str) -> None:
    """Write one file of a site."""
    file = site / "assets" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def files(site: Path) -> dict[str, bytes]:
    """All files of a site."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def kinds(site: Path) -> dict[str, list[str]]:
    """What a site holds beside its pages and the theme's files: the hashed names of each name."""
    found: dict[str, list[str]] = {}
    for path in files(site):
        if path.startswith("assets/") and ".min." not in path:
            name = re.fullmatch(r"assets/(.*)-[0-9A-Z]{8}(\.\w+)", path)
            assert name, path
            found.setdefault(name[1] + name[2], []).append(path)
    return found


def test_every_file_of_ours_has_its_content_in_its_name_and_nothing_else_is_left(site: Path) -> None:
    assert bundle(site)
    counts = {name: len(paths) for name, paths in kinds(site).items()}
    scripts = {f"javascripts/{name}.js": 1 for name in ("site", "restore", "d", "e")}
    assert counts == scripts | {"javascripts/chunk.js": 1, "stylesheets/site.css": 1, "fonts/x.woff2": 1, "images/mark.svg": 1}
    assert [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())] == []
    text = b"".join(files(site).values()).decode()
    assert "Go." not in text
    assert "In the head." not in text


def test_a_page_names_the_new_files_and_asks_at_once_for_what_its_parts_need(site: Path) -> None:
    bundle(site)
    page = (site / "about" / "index.html").read_text(encoding="utf-8")
    named = [path for path in re.findall(r'="\.\./(assets/[^"]+)"', page) if ".min." not in path]
    assert set(named) <= set(files(site))
    assert [re.sub(r"-\w{8}\.", ".", path.partition("/")[2]) for path in named] == [
        "stylesheets/site.css",
        "javascripts/restore.js",
        "javascripts/site.js",
        "javascripts/d.js",
        "javascripts/chunk.js",  # what d and e share
        "javascripts/site.js",
        "images/mark.svg",
    ]
    assert "importmap" not in page
    assert "https://x.example/assets/images/mark.svg" in page
    assert page.replace("../", "") == (site / "index.html").read_text(encoding="utf-8")


def test_what_is_fetched_later_fetches_only_what_it_needs(site: Path) -> None:
    made = bundle(site)
    assert made
    core = made.named[ENTRY]
    assert made.preload["site"] == [core]
    assert core in made.preload["d"]
    assert core not in made.preload["e"]


def test_styles_stay_in_their_order_and_find_their_font(site: Path) -> None:
    bundle(site)
    [sheet] = kinds(site)["stylesheets/site.css"]
    [font] = kinds(site)["fonts/x.woff2"]
    text = (site / sheet).read_text(encoding="utf-8")
    assert text.index("#070809") < text.index("#010203") < text.index("#040506") < text.index("@media print"), "the theme's come first"
    assert "#090807" not in text and not list(site.rglob("palette.*")), "its colours are ours"
    assert f"url(../{font.removeprefix('assets/')})" in text.replace('"', "")


def test_a_name_changes_with_what_the_file_says_and_with_nothing_else(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    before, other = bundle(site), tmp_path_factory.mktemp("other")
    for name, text in FILES.items():
        write(other, name, text)
    (other / "index.html").write_text(PAGE.replace("../", ""), encoding="utf-8")
    write(other, "javascripts/room/e.js", FILES["javascripts/room/e.js"].replace("e = c", "e = c + 1"))
    after = bundle(other)
    assert before
    assert after
    changed = {old for old, new in after.named.items() if before.named[old] != new}
    # The file of all that every page needs names e; the entry and d name that file.
    assert changed == {f"{SCRIPTS}/room/e.js", f"{SCRIPTS}/room/d.js", ENTRY}


def test_the_early_script_is_classic_and_speaks_to_older_browsers(site: Path) -> None:
    bundle(site)
    [early] = kinds(site)["javascripts/restore.js"]
    text = (site / early).read_text(encoding="utf-8")
    assert not re.search(r"^(let|const|var|function|class)\b", text), "it leaves no name of its own behind"
    assert "??=" not in text


def test_a_site_that_was_bundled_stays_as_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(site)]) == 0
    assert re.search(r"\d+ files became \d\n", capsys.readouterr().out)
    before = files(site)
    assert main([str(site)]) == 0
    assert "bundled before" in capsys.readouterr().out
    assert files(site) == before


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("room/b", "export const b = ;\n", "room/b.js:1:18: unexpected "),
        ("room/b", '\nimport { x } from "app/room/x";\nexport const b = x;\n', "room/b.js:2:19: there is no module app/room/x"),
        ("room/b", 'import { x } from "app/room/c";\nexport const b = x;\n', "room/b.js:1:10: no matching export in "),
        ("room/c", 'import { d } from "app/room/d";\nexport const c = d;\n', "room/c.js:1:19: this imports d.js, which needs c.js itself"),
        ("room/c", "const c = 2;\nc = 3;\nexport { c };\n", 'room/c.js:2:1: cannot assign to "c" because it is a constant'),
        ("restore", "}\n", "restore.js:1:1: unexpected "),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_written(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    write(site, f"javascripts/{name}.js", text)
    before = files(site)
    assert main([str(site)]) == 1
    told = capsys.readouterr().out
    assert told.startswith(f"{site / SCRIPTS}/{said}")
    assert [line.rpartition("; ")[2] for line in told.splitlines()] == ["correct it and build again"]
    assert files(site) == before


def test_a_fault_of_a_style_is_told_as_well(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "stylesheets/page/two.css", ".app-x { color: red;")
    assert main([str(site)]) == 1
    assert f"{site}/assets/stylesheets/page/two.css:1:" in capsys.readouterr().out


def test_a_place_is_where_the_text_was_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(site, "javascripts/room/b.js", "export const b = ;\n")
    ours = site / "overrides" / SCRIPTS / "room" / "b.js"
    ours.parent.mkdir(parents=True)
    ours.touch()
    assert main([str(site)]) == 1
    assert capsys.readouterr().out.startswith(f"overrides/{SCRIPTS}/room/b.js:1:18: ")


def test_a_folder_without_scripts_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"{tmp_path / ENTRY}: there is no such script; build the site first\n"


def test_what_npm_cannot_install_is_named(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "installed", lambda _: False)
    assert main([str(site)]) == 1
    assert "package-lock.json: npm could not install what this names" in capsys.readouterr().out


def test_the_lock_names_no_address() -> None:
    assert "resolved" not in (ROOT / "publish" / "node" / "package-lock.json").read_text(encoding="utf-8")
