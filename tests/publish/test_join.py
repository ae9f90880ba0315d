"""Joining keeps what each module does, and refuses a module of a form that it does not know."""

import re
from pathlib import Path

import pytest

from publish.join import SCRIPTS, join, main
from publish.parcels import ENTRY, FETCHED, IMPORT, UnjoinableError, ordered, parcels
from tests.conftest import ROOT

MAP = ", ".join(f'"app/{name}": "../assets/javascripts/{name}.js"' for name in "abcdefg")
PAGE = f'<script type="importmap">{{"imports": {{{MAP}}}}}</script>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site: the entry imports a, and a imports c; b and g are fetched later, b alone needs e, and both need f."""
    write(
        tmp_path,
        "site",
        'import { a } from "app/a";\n\n/** Go. */\nawait a();\nexport const later = () => import("app/b");\nexport const latest = () => import("app/g");\n',
    )
    write(tmp_path, "a", 'import { c } from "app/c";\nimport { d } from "app/d";\nexport function a() {\n  return c(d);\n}\n')
    write(tmp_path, "b", 'import { c } from "app/c";\nimport { e } from "app/e";\n/** Later. */\nexport const b = () => c(e);\n')
    write(tmp_path, "e", 'import { c } from "app/c";\nimport { f, h } from "app/f";\nexport const e = c(f + h);\n')
    write(tmp_path, "f", "/** Shared. */\nexport const f = 1;\nexport const h = 2;\n")
    write(tmp_path, "g", 'import { f } from "app/f";\nexport const g = f;\n')
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
    assert join(site)[ENTRY] == ("c", "d", "a", "site")
    assert re.findall(r"\b([acd])(?:=|\(\)\{)", read(site, ENTRY)) == ["c", "d", "a"]
    assert "app/a" not in read(site, ENTRY)
    assert "Go." not in read(site, ENTRY)
    assert "In the head." not in read(site, "restore")


def test_what_is_fetched_later_becomes_a_file_with_all_that_it_alone_needs(site: Path) -> None:
    assert join(site) == {ENTRY: ("c", "d", "a", "site"), "b": ("e", "b"), "g": ("g",), "f": ("f",)}
    assert 'import("app/b")' in read(site, ENTRY)
    assert re.findall(r'import ?\{ ?(\w+) ?\} ?from ?"app/(\w+)"', read(site, "b")) == [("c", "c"), ("f", "f"), ("h", "f")]
    assert re.findall(r"\bconst (\w)=", read(site, "b")) == ["e", "b"]
    assert not [name for name in "bfg" if "/**" in read(site, name)]


def test_pages_find_each_module_in_the_file_that_holds_it(site: Path) -> None:
    join(site)
    page = (site / "about" / "index.html").read_text(encoding="utf-8")
    found = dict(re.findall(r'"app/(\w)": "../assets/javascripts/(\w+)\.js"', page))
    assert found == {"a": "site", "c": "site", "d": "site", "b": "b", "e": "b", "f": "f", "g": "g"}


def test_two_modules_of_a_file_cannot_import_one_name_from_two_places(site: Path) -> None:
    """Nor can one declare what another imports."""
    write(site, "f", "export const f = 1;\nexport const h = 2;\nexport const c = 3;\n")
    write(site, "e", 'import { c } from "app/f";\nexport const e = c;\n')
    with pytest.raises(UnjoinableError, match=r"b\.js: 'c' is declared in f\.js too"):
        join(site)
    write(site, "e", "const c = 1;\nexport const e = c;\n")
    with pytest.raises(UnjoinableError, match=r"e\.js: 'c' is declared in c\.js too"):
        join(site)


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
    assert re.match(r".*site\.js: 4 modules, \d+ bytes compressed\n.*b\.js: 2 modules, .*\n.*g\.js: 1 module, ", capsys.readouterr().out)


def test_the_entry_of_the_guide_holds_no_module_that_only_one_page_needs() -> None:
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (ROOT / "overrides" / SCRIPTS).glob("*.js")}
    assert set(FETCHED.findall("".join(texts.values()))) == {"overview", "handout", "tools", "wheel", "grow"}
    files = parcels(texts)
    assert not set(FETCHED.findall("".join(texts.values()))) & set(files[ENTRY])
    assert {one for name in ordered(texts) for _, one in IMPORT.findall(texts[name])} <= set(files[ENTRY])
    everything = [module for modules in files.values() for module in modules]
    assert sorted(everything) == sorted(set(texts) - {"restore"})  # each stands in one file
