"""Links: each leads to a page, a place on it or a whole address; and the navigation leads to every page."""

from pathlib import Path

import pytest

from checks.pages import __main__ as command
from checks.pages.checks import external
from checks.pages.external_links import addresses, malformed
from checks.pages.internal_links import broken_links
from checks.pages.nav import navigation
from checks.pages.places import unplaced
from macros.guide import Guide
from macros.loader import load
from macros.parsed_page import Link, parsed_page
from macros.settings import source_of
from tests.conftest import Change


def test_links_are_found_with_their_lines() -> None:
    text = '---\nurl: x\n---\n[a](b.md) [c](<d.md>)\n\n[e](https://a.org/f_(g) "h (i)") <mailto:j@k.org>\n\n```\n[l](m.md)\n```\n[n]: o.md "p"\n'
    assert list(parsed_page("x.md", text).links) == [
        Link(4, "b.md"),
        Link(4, "d.md"),
        Link(6, "https://a.org/f_(g)"),
        Link(11, "o.md"),
        Link(6, "mailto:j@k.org"),
    ]


@pytest.mark.parametrize(
    "address", ["https:/a.org", "https://localhost", "ftp://a.org", "mailto:nobody", "https://a.org/b c", "htps://a.org"]
)
def test_an_address_that_leads_nowhere_is_named(project: Path, change: Change, address: str) -> None:
    change(project / "data" / "reports.yml", "url: https://doi.org/10.1000/1", f"url: {address}")
    assert [str(mistake.place) for mistake in malformed(project)] == ["data/reports.yml:10"]


def test_addresses_outside_are_listed_once_in_order(project: Path, change: Change) -> None:
    for page in ("index.md", "feedback.md"):
        change(project / "docs" / page, "", "\n[b](https://b.org) [a](http://a.org/x) <mailto:c@d.org> [e](index.md)\n")
    assert external(project) == [
        "http://a.org/x  (docs/feedback.md:12)",
        "https://b.org  (docs/feedback.md:12)",
        "https://doi.org/10.1000/1  (data/reports.yml:10)",
        "mailto:c@d.org  (docs/feedback.md:12)",
    ]
    assert len(list(addresses(project))) == 7


@pytest.mark.parametrize(
    "link",
    [
        "glossary.md#term-pull", "glossary.md#term-demand", "tools-and-methods.md#tool-map", "principles/benefit.md#benefit-who-gains",
        "#one-more", "principles/learning.md", "tools-and-methods.md#read-more", "#given", "https://a.org#b", "map.png", "mailto:a@b.org",
    ],
)  # fmt: skip
def test_a_link_that_arrives_is_left_alone(project: Path, change: Change, guide: Guide, link: str) -> None:
    (project / "docs" / "map.png").touch()
    change(project / "docs" / "index.md", "", f"\n[a]({link})\n\n## One *more*\n\n## Two {'{ #given }'}\n")
    assert list(broken_links(project / "docs", guide)) == []


@pytest.mark.parametrize(
    "link", ["glossary.md#term-none", "principles/benefit.md#learning-visit", "principles/none.md", "#none", "../index.md"]
)
def test_a_link_that_does_not_arrive_is_named(project: Path, change: Change, guide: Guide, link: str) -> None:
    change(project / "docs" / "index.md", "", f"\n[a]({link})\n")
    assert [str(mistake.place) for mistake in broken_links(project / "docs", guide)] == ["docs/index.md:14"]


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("principles/learning/", "'principles/learning/' is the address of a page; name its file: 'learning.md'"),
        ("/principles/learning/", "'/principles/learning/' is the address of a page; name its file: 'learning.md'"),
        ("../glossary", "'../glossary' is the address of a page; name its file: '../glossary.md'"),
        ("/", "'/' is the address of a page; name its file: '../index.md'"),
        ("a@b.org", "'a@b.org' is no page; to let people write to an address, put 'mailto:' before it"),
        ("www.nhs.uk", "'www.nhs.uk' is no page; if it is a web address, write it whole, from https:// on"),
        ("nhs.uk", "'nhs.uk' is no page; if it is a web address, write it whole, from https:// on"),
        ("england.nhs.gov/x", "'england.nhs.gov/x' is no page; if it is a web address, write it whole, from https:// on"),
        ("map.png", "'map.png' is no file from here; did you mean '../map.png'?"),
        ("/map.png", "'/map.png' is no file from here; did you mean '../map.png'?"),
        ("plan.pdf", "'plan.pdf' is no file below docs/; put it there, or correct the link"),
        ("none/", "'none/' is no file below docs/; put it there, or correct the link"),
    ],
)
def test_a_link_that_names_no_file_says_what_to_write(project: Path, change: Change, guide: Guide, link: str, says: str) -> None:
    change(project / "docs" / "principles" / "benefit.md", "", f"\n[a]({link})\n")
    (project / "docs" / "map.png").touch()
    assert [str(mistake) for mistake in broken_links(project / "docs", guide)] == [f"docs/principles/benefit.md:16: {says}"]


NOT_THERE = "the page 'tools-and-methods.md' is not in the navigation; add a line '- tools-and-methods.md' below 'nav:', where readers would look for it"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  - tools-and-methods.md\n", "", [f"mkdocs.yml:3: {NOT_THERE}"]),
        (
            "  - tools-and-methods.md\n",
            "  - Tools: tool-and-methods.md # remark\n",
            ["mkdocs.yml:7: there is no page 'tool-and-methods.md'; did you mean 'tools-and-methods.md'?"],
        ),
        ("  - glossary.md\n", "  - glossary.md\n\t- x.md\n", ["mkdocs.yml:6:1: this is not YAML: there is a tab"]),
        ("  - glossary.md\n", "  - glossary.md\n - x.md\n", ["mkdocs.yml:6:2: this is not YAML: this line does not fit"]),
        ("INHERIT: base.yml\n", "INHERIT: base.yml # remark\nsite_url: !ENV [SITE_URL, '']\n", []),
    ],
)
def test_the_navigation_names_every_page_and_no_other(project: Path, change: Change, old: str, new: str, says: list[str]) -> None:
    assert list(navigation(project, source_of(project))) == []
    change(project / "mkdocs.yml", old, new)
    found = sorted(map(str, navigation(project, source_of(project))))
    assert [one[: len(say)] for one, say in zip(found, says, strict=True)] == says


def test_a_place_that_the_settings_name_is_there(project: Path, change: Change) -> None:
    guide = load(project / "data")
    change(project / "docs" / "feedback.md", "", '\n## The {{ count("principles") }} agendas\n')
    change(project / "mkdocs.yml", "    workshop:\n", "    workshop: feedback.md#the-two-agendas\n")
    assert list(unplaced(project, guide)) == []
    change(project / "mkdocs.yml", "the-two-agendas", "the-three-agendas")
    says = "mkdocs.yml:18: there is no place on docs/feedback.md called 'the-three-agendas'; did you mean 'the-two-agendas'?"
    assert [str(one) for one in unplaced(project, guide)] == [says]


@pytest.mark.parametrize("nav", ["nav: x\n", "site_name: x\n"])
def test_settings_without_a_navigation_have_no_mistake_in_it(project: Path, nav: str) -> None:
    (project / "mkdocs.yml").write_text(nav, encoding="utf-8")
    assert list(navigation(project, source_of(project))) == []


def test_a_link_to_a_checklist_that_is_not_there_is_not_a_second_mistake(project: Path, change: Change, guide: Guide) -> None:
    change(project / "docs" / "principles" / "learning.md", 'checklist("learning")', 'checklist("earning")')
    assert list(broken_links(project / "docs", guide)) == []


def test_the_command_lists_links_and_overdue_pages(project: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["links"], project) == 0
    assert capsys.readouterr().out == "https://doi.org/10.1000/1  (data/reports.yml:10)\n"
    for page in sorted((project / "docs").rglob("*.md")):
        change(page, "review_by: 2027-01-01", "review_by: 2999-01-01")
    assert command.main(["due"], project) == 0
    assert capsys.readouterr().out == ""
