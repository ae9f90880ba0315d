"""An address that was published is never lost without a word."""

from pathlib import Path

import pytest

from macros.addresses import NAME, Addresses, address, address_mistakes, final, read_addresses
from macros.mistakes import Mistake, Place
from macros.register import main
from tests.conftest import ROOT, Change

PATHS = ["index.md", "a.md", "b/index.md", "b/c.md"]
FILE = f"data/{NAME}"
HINT = "put the page back, or add to the end of this file, under 'moved:', where it leads now: '- address: {0}' and 'to: /…/'"


def said(data: Path, text: str, paths: list[str] = PATHS) -> list[str]:
    """What is said of a register."""
    (data / NAME).write_text(text, encoding="utf-8")
    return [str(one) for one in address_mistakes(data, paths)]


def test_the_guide_keeps_its_addresses() -> None:
    pages = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert address_mistakes(ROOT / "data", pages) == ()
    assert len(getattr(read_addresses(ROOT / "data")[0], "pages", ())) >= 25


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        ("index.md", "/"),
        ("a.md", "/a/"),
        ("b/index.md", "/b/"),
        ("b/README.md", "/b/"),
        ("my-index.md", "/my-index/"),
        ("b/c d.md", "/b/c%20d/"),
    ],
)
def test_an_address_is_what_stands_behind_the_site_s_own(path: str, whole: str) -> None:
    assert address(path) == whole


def test_a_guide_that_published_nothing_promises_nothing(data: Path) -> None:
    (data / NAME).unlink(missing_ok=True)
    assert address_mistakes(data, PATHS) == ()


@pytest.mark.parametrize("more", ["", "moved:\n", "moved:\n  - address: /old/\n    to: /b/c/#x\n"])
def test_pages_that_are_there_or_moved_are_well(data: Path, more: str) -> None:
    old = "  - /old/\n" if "old" in more else ""
    assert said(data, f"pages:\n  - /\n  - /a/\n{old}{more}") == []


# What is written, and what is said.
WRONG = {
    "lost": (
        "pages:\n  - /\n  - /gone/\n",
        f"{FILE}:3:5: '/gone/' was published and no page has this address any more; {HINT.format('/gone/')}",
    ),
    "twice": ("pages:\n  - /\n  - /a/\n  - /a/\n", f"{FILE}:4:5: '/a/' stands twice here; take this line out"),
    "there": (
        "pages: [/a/]\nmoved:\n  - address: /a/\n    to: /b/\n",
        f"{FILE}:3:14: '/a/' is the address of docs/a.md; take this entry out, or rename that page",
    ),
    "never published": (
        "pages: [/old/]\nmoved:\n  - {address: /old/, to: /a/}\n  - {address: /olt/, to: /a/}\n",
        f"{FILE}:4:15: there is no published address '/olt/'; did you mean '/old/'?",
    ),
    "to nowhere": (
        "pages: [/old/]\nmoved:\n  - address: /old/\n    to: /b/cc/\n",
        f"{FILE}:4:9: there is no page at the address '/b/cc/'; did you mean '/b/c/'?",
    ),
    "twice moved": (
        "pages: [/old/]\nmoved:\n  - {address: /old/, to: /a/}\n  - {address: /old/, to: /b/}\n",
        f"{FILE}:4:15: '/old/' has moved already, at {FILE}:3:15; keep one of the two entries",
    ),
    "not an address": ("pages:\n  - a.md\n", f"{FILE}:2:5: 'a.md' is not an address; write what stands behind the site's own"),
    "no field": ("pages: [/old/]\nmoved:\n  - from: /old/\n    to: /a/\n", f"{FILE}:3:5: the field 'address' is missing"),
    "not YAML": ("pages: [/a/\n", f"{FILE}:1:8: this is not YAML: "),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_one_sentence(data: Path, kind: str) -> None:
    text, sentence = WRONG[kind]
    found = said(data, text)
    assert any(one.startswith(sentence) for one in found), found
    assert len(found) <= 2


def test_a_circle_is_named_at_each_of_its_entries(data: Path) -> None:
    found = said(data, "pages: [/x/, /y/]\nmoved:\n  - {address: /x/, to: /y/}\n  - {address: /y/, to: /x/}\n")
    assert found == [
        f"{FILE}:{line}:{column}: '{name}' leads round in a circle; name the page that readers should find"
        for line, column, name in ((3, 24, "/x/"), (4, 24, "/y/"))
    ]


def test_who_moved_twice_is_found_at_once_with_the_last_place_that_was_named() -> None:
    assert final("/x/", {"/x/": "/y/#one", "/y/": "/z/"}) == "/z/#one"
    assert final("/x/", {"/x/": "/y/#one", "/y/": "/z/#two"}) == "/z/#two"
    assert final("/x/", {"/x/": "/x/"}) is None


def test_make_ids_starts_a_register_and_adds_to_it(project: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    data, docs = project / "data", project / "docs"
    (data / NAME).unlink(missing_ok=True)
    assert main(["--deployed"], data) == 1
    line = f"{FILE}: '/glossary/' is about to be published and is not in this file; run make ids and commit the file"
    assert f"{line}, or write it at the end of its list yourself\n" in capsys.readouterr().out
    assert main([], data) == 0
    (docs / "new.md").write_text("# New\n", encoding="utf-8")
    assert main([], data) == 0
    assert main(["--deployed"], data) == 0
    register = read_addresses(data)[0]
    assert register
    assert register == Addresses(
        pages=("/", "/feedback/", "/glossary/", "/principles/benefit/", "/principles/learning/", "/tools-and-methods/", "/new/"),
    )


def test_nothing_is_added_while_an_address_is_lost(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, docs = project / "data", project / "docs"
    (data / NAME).unlink(missing_ok=True)
    assert main([], data) == 0
    before = (data / NAME).read_text(encoding="utf-8")
    (docs / "glossary.md").rename(docs / "words.md")
    assert main([], data) == 1
    assert "'/glossary/' was published" in capsys.readouterr().out
    assert (data / NAME).read_text(encoding="utf-8") == before


def test_a_page_whose_name_is_named_already_is_not_missed_as_well(data: Path) -> None:
    (data / NAME).write_text("pages: [/a/, /gone/, /b/x/]\n", encoding="utf-8")
    named = [Mistake(Place("docs/gone.MD"), "call it so"), Mistake(Place("data/x.yml"), "there is no page docs/b/x.md")]
    assert address_mistakes(data, PATHS, named) == ()
    assert len(address_mistakes(data, PATHS)) == 2
