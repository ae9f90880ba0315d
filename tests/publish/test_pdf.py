"""The ready-made PDFs, read back: what is in them, in which order, and what a reader who cannot see them is told."""

import functools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from macros.loader import load
from publish.pdf import main
from tests.browser.printed import Printed, read, squeezed
from tests.conftest import ROOT

from .conftest import HOME, make_pdfs

PRINCIPLES: list[dict[str, Any]] = yaml.safe_load((ROOT / "data" / "principles.yml").read_text(encoding="utf-8"))["principles"]
SLUGS = [one["slug"] for one in PRINCIPLES]
LISTS = load(ROOT / "data").checklists
GUIDE = "Spreading and adopting innovation: a working guide"
TITLES = {
    **{f"{slug}.pdf": LISTS[slug].title for slug in SLUGS},
    "workshop-pack.pdf": "The workshop pack",
    "whole-guide.pdf": GUIDE,
}
EACH = pytest.mark.parametrize("name", TITLES)


@functools.cache
def words(file: Path) -> Printed:
    """A document's words, sheet by sheet."""
    return read(file.read_bytes())


def objects(node: Any) -> Iterator[Any]:
    """The elements of a document's structure, in order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from objects(one)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from objects(node["/K"])


def marks(outline: Any, depth: int = 0) -> Iterator[tuple[int, str, Any]]:
    """All bookmarks: how deep, which words, and the bookmark."""
    for one in outline:
        if isinstance(one, list):
            yield from marks(one, depth + 1)
        else:
            yield depth, str(one.title), one


def test_every_file_is_made_and_no_other(published: Path) -> None:
    assert {path.name for path in published.rglob("*.pdf")} == set(TITLES)


@EACH
def test_a_file_has_title_language_tags_and_sheets_of_a4(published: Path, name: str) -> None:
    reader = PdfReader(published / "handout" / name)
    root: Any = reader.trailer["/Root"]
    assert reader.metadata
    assert reader.metadata.title == TITLES[name]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    kinds = [str(one["/S"]) for one in objects(root["/StructTreeRoot"]["/K"]) if "/S" in one]
    assert kinds.count("/H1") >= 1
    assert {"/P", "/L", "/LI"} <= set(kinds) or name == "workshop-pack.pdf"
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in reader.pages} <= {
        (595, 842),
        (596, 843),
        (596, 842),
    }


@EACH
def test_text_is_text_in_fonts_that_the_file_brings(published: Path, name: str) -> None:
    pages: list[Any] = list(PdfReader(published / "handout" / name).pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"].get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        whole = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert any(key.startswith("/FontFile") for key in whole.get("/FontDescriptor", {}).get_object()) or font["/Subtype"] == "/Type3"
        assert "/ToUnicode" in font


@pytest.mark.parametrize("slug", SLUGS)
def test_a_checklist_is_one_sheet_with_every_question_blank(published: Path, slug: str) -> None:
    done = words(published / "handout" / f"{slug}.pdf")
    [sheet] = done.sheets
    for number, question in enumerate(LISTS[slug].questions, 1):
        asked = [f"{number}.", question.text, "At review" if question.when else "", question.prompt or "", "Not relevant here Who By when"]
        assert squeezed(" ".join(filter(None, asked))) in sheet.body
        assert sheet.starts(question.text).size >= 12
    assert done.codes() == [f"{HOME}principles/{slug}/#{slug}-questions"]


def test_the_pack_is_an_agenda_seven_sheets_and_an_action_sheet(published: Path) -> None:
    sheets = words(published / "handout" / "workshop-pack.pdf").sheets
    assert len(sheets) == 9
    assert sheets[0].body.startswith("Agenda Innovation Setting Date")
    assert "180 minutes" in sheets[0].body
    assert [LISTS[slug].title in sheet.body for slug, sheet in zip(SLUGS, sheets[1:8], strict=True)] == [True] * 7
    assert sheets[8].body.startswith("Actions What we will do Who By when")


def test_the_guide_has_cover_contents_principles_and_glossary_at_the_pages_it_says(published: Path) -> None:
    sheets = words(published / "handout" / "whole-guide.pdf").sheets
    assert GUIDE in sheets[0].body
    numbers = [int(number) for number in re.findall(r" (\d+)(?= [A-Z]|$)", sheets[1].body)]
    assert len(numbers) == 8
    assert numbers[0] == 3
    for number, one in zip(numbers, PRINCIPLES, strict=False):
        assert squeezed(one["headline"]) in sheets[1].body
        assert squeezed(one["headline"]) in sheets[number - 1].body[:300]
    assert sheets[numbers[-1] - 1].body.startswith("Glossary")
    assert [sheet.body[:60] for sheet in sheets if sheet.fill < 0.2] == []


def test_the_guide_asks_every_question_once_in_order_on_one_sheet(published: Path) -> None:
    done = words(published / "handout" / "whole-guide.pdf")
    asked = [squeezed(one.text) for slug in SLUGS for one in LISTS[slug].questions]
    assert len(asked) == 70
    assert [text for text in asked if len(done.on(text)) != 1] == []
    places = [done.body.index(text) for text in asked]
    assert places == sorted(places)


def test_bookmarks_of_the_guide_say_its_headings_and_lead_to_them(published: Path) -> None:
    reader = PdfReader(published / "handout" / "whole-guide.pdf")
    sheets = words(published / "handout" / "whole-guide.pdf").sheets
    found = list(marks(reader.outline))
    assert [title for depth, title, _ in found if depth == 0] == [
        GUIDE,
        "Contents",
        *(squeezed(one["headline"]) for one in PRINCIPLES),
        "Glossary",
    ]
    assert len(found) > 100
    lost = [title for _, title, mark in found if title not in sheets[reader.get_destination_page_number(mark) or 0].body]
    assert lost == []


def test_links_are_shown_with_the_size_of_their_file(published: Path) -> None:
    shown = {
        page: re.findall(r'<a data-pdf="[^"]+"[^>]*? href="([^"]+)">([^<]*)</a>', page.read_text(encoding="utf-8"))
        for page in published.rglob("*.html")
    }
    links = [(page.parent / href, text) for page, all_ in shown.items() for href, text in all_]
    assert len(links) == 9 + 7 + 1, "the handouts page, each principle, the workshop"
    for file, text in links:
        count = file.stat().st_size
        assert text.endswith((f"PDF, {count / 1000:.0f} kB)", f"PDF, {count / 1_000_000:.1f} MB)"))
    hidden = [page for page in published.rglob("*.html") if re.search(r"<span data-pdf=[^>]* hidden>", page.read_text(encoding="utf-8"))]
    assert hidden == []


def test_a_site_that_does_not_know_its_address_gets_files_whose_links_lead_on_within_them(plain: Path, tmp_path: Path) -> None:
    site = shutil.copytree(plain, tmp_path / "site")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r'<link[^>]*rel="canonical"[^>]*>', "", text), encoding="utf-8")
    handout = site / "handout" / "index.html"
    wish = re.compile(r'<li><span data-pdf="(?!whole)[^"]+" data-title=.*?</li>')
    handout.write_text(wish.sub("", handout.read_text(encoding="utf-8")), encoding="utf-8")
    make_pdfs(site)
    reader = PdfReader(site / "handout" / "whole-guide.pdf")
    assert re.search(r"Glossary\s+\d+", reader.pages[1].extract_text())
    links = [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]
    assert [one for one in links if "guide.invalid" in str(one.get("/A", {}).get("/URI", ""))] == []
    assert len(reader.pages[1].get("/Annots", [])) >= 8


def test_a_folder_without_the_page_is_told_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "run make build first" in capsys.readouterr().out
