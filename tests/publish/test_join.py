"""Joining keeps what each module does, and refuses a module of a form that it does not know."""

import re
from pathlib import Path

import pytest

from publish.join import ENTRY, IMPORT, SCRIPTS, UnjoinableError, join, main, ordered
from tests.conftest import ROOT

PAGE = '<script type="importmap">{"imports": {"app/a": "../assets/javascripts/a.js", "app/b": "../assets/javascripts/b.js"}}</script>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site: the entry imports a, and a imports c; b is fetched later and imports c too."""
    write(tmp_path, "site", 'import { a } from "app/a";\n\n/** Go. */\nawait a();\nexport const later = () => import("app/b");\n')
    write(tmp_path, "a", 'import { c } from "app/c";\nimport { d } from "app/d";\nexport function a() {\n  return c(d);\n}\n')
    write(tmp_path, "b", 'import { c } from "app/c";\n/** Later. */\nexport const b = () => c("b");\n')
    write(tmp_path, "c", "export const c = (given) => given;\n")
    write(tmp_path, "restore", "/** In the head. @type {void} */\n(() => {\n  window.guide = 1;\n})();\n")
    write(tmp_path, "d", 'import { c } from "app/c";\nexport const d = c("d");\n')
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def write(site: Path, name: str, text: str) -> Path:
    """Write one script of a site."""
    file = site / SCRIPTS / f"{name}.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def read(site: Path, name: str) -> str:
    """One script of a site."""
    return (site / SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


def test_what_every_page_needs_becomes_one_file_in_the_order_of_its_imports(site: Path) -> None:
    assert join(site) == ("c", "d", "a", "site")
    assert re.findall(r"\b([acd])(?:=|\(\)\{)", read(site, ENTRY)) == ["c", "d", "a"]
    assert "app/a" not in read(site, ENTRY)
    assert "Go." not in read(site, ENTRY)
    assert "In the head." not in read(site, "restore")


def test_what_is_fetched_later_stays_a_file_and_finds_the_joined_modules(site: Path) -> None:
    join(site)
    assert 'import("app/b")' in read(site, ENTRY)
    assert 'from "app/c"' in read(site, "b")
    assert "Later." in read(site, "b")  # as it was written
    page = (site / "about" / "index.html").read_text(encoding="utf-8")
    assert page == PAGE.replace("a.js", "site.js")


def test_the_theme_s_own_scripts_are_left_as_they_are(site: Path) -> None:
    bundle = write(site, "bundle.1a2b3c4d.min", "var n = o, { h: t } = n;  // as it came\n")
    before = bundle.read_bytes()
    join(site)
    assert bundle.read_bytes() == before


def test_joining_again_changes_nothing(site: Path) -> None:
    join(site)
    before = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    join(site)
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "a",
            'import * as c from "app/c";\n',
            'a.js: write an import as one line, import { a, b } from "app/name"; this one differs: import * as c',
        ),
        ("a", 'import { c as other } from "app/c";\nexport let e;', 'a.js: write an import as one line, import { a, b } from "app/name"'),
        ("d", "const c = 1;\n", "d.js: 'c' is declared in c.js too; give one of them another name"),
        ("d", "const { e, c } = window;\n", "d.js: 'c' is declared in c.js too; give one of them another name"),
        ("d", 'import { x } from "app/x";\n', "x.js: a module imports app/x, and there is no such file; correct the import"),
        ("d", "var e = 1, { f } = e;\n", "d.js: write this without var and void, which the minifier may get wrong: var e = 1, { f } = e;"),
        (
            "restore",
            "/** void */\nvoid (a && b());\n",
            "restore.js: write this without var and void, which the minifier may get wrong: void (a && b());",
        ),
        ("c", "export const = 1;\n", "site.js: the minifier cannot read it"),
    ],
)
def test_a_module_of_another_form_is_refused_and_nothing_is_written(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    if name == "a":
        text += 'import { d } from "app/d";\n'
    write(site, name, text)
    before = {file: file.read_bytes() for file in site.rglob("*.js")}
    assert main([str(site)]) == 1
    assert capsys.readouterr().out.startswith(said)
    assert {file: file.read_bytes() for file in site.rglob("*.js")} == before


def test_two_modules_that_import_each_other_are_refused(site: Path) -> None:
    write(site, "c", 'import { d } from "app/d";\nexport const c = (given) => given;\n')
    with pytest.raises(UnjoinableError, match=r"c\.js imports itself by way of d\.js"):
        join(site)


def test_a_folder_without_scripts_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == f"{tmp_path / SCRIPTS / 'site.js'}: there is no such script; build the site first\n"


def test_the_size_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(site)]) == 0
    assert re.fullmatch(r".*site\.js: 4 modules, \d+ bytes compressed\n", capsys.readouterr().out)


def test_the_entry_of_the_guide_holds_no_module_that_only_one_page_needs() -> None:
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (ROOT / "overrides" / SCRIPTS).glob("*.js")}
    fetched = set(re.findall(r'import\("app/(\w+)"\)', texts[ENTRY]))
    assert fetched == {"overview", "handout", "tools", "wheel"}
    assert not fetched & set(ordered(texts))
    assert {one for name in ordered(texts) for one in IMPORT.findall(texts[name])} <= set(ordered(texts))
