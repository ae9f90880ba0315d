"""The sheets of the handouts page as they come out of the printer, on A4 and on Letter."""

import pytest
from playwright.sync_api import Page

from .printed import MM, SIZES, printing, settle, squeezed
from .test_handout import ASKED, LISTS, SLUGS
from .test_overview import PREFIX

ANSWER_ALL = """([prefix, note]) => {
    const edits = { status: [1, "t1"], note: [2, "t1"] };
    const actions = [{ id: "a1", what: "Ask three nurses to try the form", who: "Amina", by: "2126-12-12", edits: {} }];
    const answer = JSON.stringify({ status: "discussed", note, actions, edits });
    for (const { dataset } of document.querySelectorAll("[data-question]")) localStorage.setItem(`${prefix}answer:first:${dataset.question}`, answer);
}"""


@pytest.fixture
def desk(page: Page) -> Page:
    """The handouts page, blank."""
    page.goto("handout/")
    page.get_by_label("Blank").check()
    settle(page)
    return page


@pytest.mark.parametrize("scale", [1, 1.07])  # WebKit prints 7 % larger
def test_each_principle_is_exactly_one_sheet_and_a4_gives_more_room_to_write(desk: Page, scale: float) -> None:
    for lines in ("None", "Few"):
        desk.get_by_label(lines, exact=True).check()
        apart = []
        for paper in SIZES:
            done = printing(desk, paper, scale)
            assert len(done.sheets) == 7, (lines, paper)
            for slug, sheet in zip(SLUGS, done.sheets, strict=True):
                assert [text for text in ASKED[slug] if text not in sheet.body] == [], (lines, paper)
                assert all(sheet.starts(text).size > 11.9 for text in ASKED[slug]), (lines, paper)
                assert 0.6 < sheet.fill < 0.99, (lines, paper, slug)
                assert f"{slug}/" in sheet.body, "its own address"
                assert (sheet.body.count("By when"), sheet.body.count("Not relevant here")) == ((0, 0) if lines == "None" else (10, 10))
            first, second = (done.sheets[3].starts(text).top for text in ASKED["benefit"][:2])
            apart.append(second - first)
        if (lines, scale) == ("Few", 1):  # on larger print there is none to give
            assert apart[0] > apart[1] + 2 * MM


def test_many_lines_keep_each_question_with_its_lines(desk: Page) -> None:
    desk.get_by_label("Many").check()
    for paper in SIZES:
        done = printing(desk, paper)
        assert len(done.sheets) == 14, paper
        assert min(sheet.fill for sheet in done.sheets) > 0.3, paper
        for one in (one for slug in SLUGS for one in LISTS[slug].questions):
            text, prompt = squeezed(one.text), squeezed(f"{'At review' if one.when else ''} {one.prompt or ''}")
            [number] = done.on(text)
            assert squeezed(f"{text} {prompt} Not relevant here Who By when") in done.sheets[number].body, paper


def test_guidance_comes_with_its_questions_its_terms_and_no_thin_sheet(desk: Page) -> None:
    for slug in SLUGS:
        desk.locator(f"#handout-{slug}").set_checked(slug in ("benefit", "learning"))
    desk.get_by_label("Questions and guidance").check()
    settle(desk)
    for paper in SIZES:
        done = printing(desk, paper)
        for text in (*ASKED["benefit"], *ASKED["learning"]):
            assert len(done.on(text)) == 1, paper
        assert done.body.index(ASKED["benefit"][-1]) < done.body.index(ASKED["learning"][0])
        assert "A loss or extra burden that a change brings to somebody." in done.body
        assert [round(sheet.fill, 2) for sheet in done.sheets if sheet.fill < 0.2] == [], paper
        assert "Ten questions on benefit" not in done.body, "the guidance brings its own title"
        assert done.sheets[0].head.startswith("Benefit, Learning · ")


def test_the_pack_has_nine_sheets(desk: Page) -> None:
    desk.get_by_label("The workshop pack").check()
    settle(desk)
    for paper in SIZES:
        done = printing(desk, paper)
        assert len(done.sheets) == 9, paper
        assert done.sheets[0].body.startswith("Agenda")
        assert [ASKED[slug][0] in sheet.body for slug, sheet in zip(SLUGS, done.sheets[1:8], strict=True)] == [True] * 7, paper
        assert done.sheets[8].body.startswith("Actions")


def test_the_whole_guide_on_letter_is_whole_and_has_no_thin_sheet(desk: Page) -> None:
    desk.get_by_label("The whole guide").check()
    desk.get_by_label("Questions and guidance").check()
    desk.get_by_label("None", exact=True).check()
    settle(desk)
    done = printing(desk, "Letter")
    assert [text for slug in SLUGS for text in ASKED[slug] if len(done.on(text)) != 1] == []
    assert [(number, sheet.body[:40]) for number, sheet in enumerate(done.sheets, 1) if sheet.fill < 0.2] == []
    assert "Weak tie" in done.body


def test_guidance_of_one_principle_leaves_no_gap_and_no_thin_sheet(desk: Page) -> None:
    desk.get_by_label("Questions and guidance").check()
    for slug, lines in (("benefit", "None"), ("complexity", "Many"), ("adaptation", "Few")):
        for other in SLUGS:
            desk.locator(f"#handout-{other}").set_checked(other == slug)
        desk.get_by_label(lines, exact=True).check()
        settle(desk)
        for paper in SIZES:
            *full, last = printing(desk, paper).sheets
            assert [round(sheet.fill, 2) for sheet in full if sheet.fill < 0.6] == [], (slug, paper)
            assert last.fill > 0.2, (slug, paper)
            assert "Words used here" in " ".join(sheet.body for sheet in [*full, last]), (slug, paper)


@pytest.mark.parametrize("note", ["We talked.", "We know what helps here and who would miss it. " * 14], ids=["short", "long"])
def test_where_every_question_is_answered_each_stays_whole_and_no_title_or_foot_stands_alone(page: Page, note: str) -> None:
    page.goto("handout/")
    page.evaluate(ANSWER_ALL, [PREFIX, note])
    page.reload()
    settle(page)
    for paper in SIZES:
        done = printing(page, paper)
        for slug in SLUGS:
            asked = ASKED[slug]
            [start] = done.on(LISTS[slug].title)
            assert asked[0] in done.sheets[start].body, "the title stands with the first question"
            for question in asked:
                [number] = done.on(question)
                after = done.sheets[number].body.split(question)[1]
                assert after.split("Amina, by 12 December 2126")[0].count("ACTION") == 1, "an answer is never split"
        assert [round(sheet.fill, 2) for sheet in done.sheets if sheet.fill < 0.15] == [], paper
