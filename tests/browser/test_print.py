"""Every page as the browser's own print command makes it, on A4 and on Letter: read back word by word, and looked at."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from tests.conftest import BUILD, ROOT

from .conftest import Server
from .printed import SIZES, Press, Printed, squeezed
from .test_pages import PAGES

GUIDE = "Spreading and adopting innovation: a working guide"
ASKED = [path for path in PAGES if path.startswith("principles/") and path != "principles/"]
EVERYWHERE = pytest.mark.parametrize(("path", "paper"), [(path, paper) for path in PAGES for paper in SIZES])


@pytest.fixture(scope="module")
def press(browser: Browser, site: Server) -> Iterator[Press]:
    """Prints for a reader who has the site in dark colours."""
    context = browser.new_context(base_url=site.url, color_scheme="dark")
    yield Press(context)
    context.close()


def front(path: str) -> dict[str, Any]:
    """The front matter of a page."""
    file = ROOT / "docs" / f"{path.rstrip('/') or 'index'}.md"
    text = (file if file.exists() else ROOT / "docs" / path / "index.md").read_text(encoding="utf-8")
    matter: dict[str, Any] = yaml.safe_load(text.split("---")[1])
    return matter


def questions(path: str) -> list[str]:
    """The questions of a principle, in their order."""
    file = ROOT / "data" / "checklists" / f"{path.split('/')[1]}.yml"
    return [one["text"] for one in yaml.safe_load(file.read_text(encoding="utf-8"))["questions"]]


def unbroken(text: str) -> str:
    """Text without its layout, also where a line ended after a hyphen or a slash: that depends on the fonts."""
    return re.sub(r"(?<=[-/]) ", "", squeezed(text))


@EVERYWHERE
def test_each_sheet_says_what_it_is_where_it_comes_from_and_how_many_there_are(press: Press, site: Server, path: str, paper: str) -> None:
    sheets, about = press(path, paper).sheets, front(path)
    title = f"{about['title']} · {GUIDE}" if path != "handout/" else GUIDE  # seven sheets have no one principle's name
    day = f"{about['reviewed'].day} {about['reviewed']:%B %Y}"
    address = (site.url + path).removeprefix("http://")
    for number, sheet in enumerate(sheets, 1):
        assert sheet.size == pytest.approx(SIZES[paper], abs=1)
        assert sheet.head == f"{title} Page {number} of {len(sheets)}"
        assert sheet.foot == f"{address} Version {BUILD} · Last reviewed {day}."


@EVERYWHERE
def test_nothing_is_printed_that_only_a_screen_can_use(press: Press, path: str, paper: str) -> None:
    done = press(path, paper)
    frame = {squeezed(text) for text in done.said["frame"]}
    assert {"Edit this page", "Back to top"} <= frame, "the page was asked"
    lines = {squeezed(line) for sheet in done.sheets for line in sheet.lines}
    ours = {line for line in lines for heading in done.said["headings"] if heading.startswith(line) or heading.endswith(line)}
    assert lines & frame - ours == set()


@EVERYWHERE
def test_headings_stay_with_what_follows_and_rows_stay_whole(press: Press, path: str, paper: str) -> None:
    done = press(path, paper)
    headings = {squeezed(text) for text in done.said["headings"]}
    assert [sheet.body[-60:] for sheet in done.sheets if sheet.body.endswith(tuple(headings))] == []
    rows = [[unbroken(cell) for cell in row] for row in done.said["rows"]]
    bodies = [unbroken(sheet.body) for sheet in done.sheets]
    assert [row for row in rows if not any(all(cell in body for cell in row) for body in bodies)] == []


@EVERYWHERE
def test_no_sheet_is_nearly_empty_and_so_the_last_is_not(press: Press, path: str, paper: str) -> None:
    *fills, last = [round(sheet.fill, 2) for sheet in press(path, paper).sheets]
    assert [fill for fill in fills if fill < 0.2] == []
    assert last >= 0.1, "where the text ends depends on the fonts of the machine: a few lines at least"


@EVERYWHERE
def test_ink_is_dark_and_paper_is_white_though_the_screen_is_dark(press: Press, path: str, paper: str) -> None:
    done = press(path, paper)
    for number, sheet in enumerate(done.sheets):
        pale = {"".join(letter.text for letter in sheet.letters if letter.lightness > 0.55)}
        assert pale == {""}
        shades = done.picture(number, 30).histogram()
        assert sum(shades[200:]) > 0.8 * sum(shades)


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("path", ASKED)
def test_questions_are_complete_in_order_whole_and_large(press: Press, path: str, paper: str) -> None:
    done = press(path, paper)
    asked = questions(path)
    assert len(asked) == 10
    assert [len(done.on(text)) for text in asked] == [1] * 10
    places = [done.body.index(squeezed(text)) for text in asked]
    assert places == sorted(places)
    for text in asked:
        [number] = done.on(text)
        assert done.sheets[number].starts(text).size >= 12
        assert ink(done, number, text) > 0, "there is a box beside it"


def ink(done: Printed, sheet: int, question: str) -> float:
    """How much of the edge of a question's box is printed; its middle is empty."""
    box = done.box(sheet, question).point(lambda shade: 255 * (shade < 128))
    dark = box.getbbox()
    assert dark is not None
    inside = (dark[0] + 12, dark[1] + 12, dark[2] - 12, dark[3] - 12)
    assert box.crop(inside).getbbox() is None
    assert 5 < (dark[2] - dark[0]) / 300 * 25.4 < 6.5
    return box.crop(dark).histogram()[255] / (box.width * box.height)


def scanned(path: str) -> str:
    """Where the code of a page leads: of a principle, to its questions."""
    return f"{path}#{path.split('/')[1]}-questions" if path in ASKED else path


@EVERYWHERE
def test_a_code_and_words_lead_back_to_the_page(press: Press, site: Server, path: str, paper: str) -> None:
    done = press(path, paper)
    if path == "handout/":
        assert sorted(code for n in range(7) for code in done.codes(n)) == sorted(site.url + scanned(one) for one in ASKED)
        assert all((site.url + one).removeprefix("http://") in unbroken(done.body) for one in ASKED)
    else:
        assert done.codes() == [site.url + scanned(path)]
        assert (site.url + path).removeprefix("http://") in unbroken(done.sheets[0].body)


@pytest.mark.parametrize("path", [path for path in PAGES if path not in ("handout/", "glossary/")])
def test_terms_are_explained_at_the_end(press: Press, path: str) -> None:
    done = press(path)
    _, _, explained = done.body.rpartition("Words used here")
    missing = {term for term in done.said["terms"] if squeezed(term) not in explained}
    assert missing == set()


def test_a_source_says_where_it_is_and_no_other_link_does(press: Press) -> None:
    body = unbroken(press("principles/benefit/").body)
    assert "<https://doi.org/10.1186/s12961-019-0482-6>" in body
    assert body.count("<") == body.count("<http")
    assert "<" not in press("workshop/").body.split("Sources")[0]
    assert body.count("https://") < 12, "sources only"
