"""The guide changes under the answers: questions renamed, split, merged, retired and revised, and a site that moves."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import ROOT

from .conftest import UNDER, Server, build
from .shared import finished_again, moved
from .until import until

BENEFIT = "principles/benefit/"
QUESTIONS = """
  - id: benefit-why-at-all
    text: Why is it worth doing at all?
    was: [benefit-worth-spreading]
  - id: benefit-tell-others
    text: How do you tell others why?
    was: [benefit-communicate-why]
  - id: benefit-hear-others
    text: How do you hear what others think of it?
    was: [benefit-communicate-why]
  - id: benefit-need
    text: Which need does it meet, and who agrees?
    was: [benefit-strategic-need, benefit-needs-understood]
  - id: benefit-evidence
    text: Which evidence would win whom?
    revised: 2027-03-01
    before: What evidence is needed to gain commitment?
"""
KEPT = """
  - id: benefit-local-expectation
    text: What is the local expectation of benefit from this innovation in your context?
  - id: benefit-reframe
    text: Do you need to reframe the expected benefits for your context?
  - id: benefit-measure
    text: How will the actual benefit, intended and unintended, be measured?
  - id: benefit-recognition
    text: How will spread and adoption be recognised?
"""
RETIRED = """\
  - id: benefit-who-gains-and-loses
    text: Who and how will this innovation provide advantage? And who will lose something?
    date: 2027-03-01
"""
LATER = QUESTIONS.replace("benefit-why-at-all", "benefit-point").replace(
    "[benefit-worth-spreading]", "[benefit-why-at-all, benefit-worth-spreading]"
)


class Releases(Server):
    """One address whose content is released anew: the site as it is, and as it may be later."""

    def __init__(self, folder: Path, site: Server) -> None:
        super().__init__(folder / "site")
        self.built = {"": shutil.copytree(site.folder, folder / "as it is")}
        moved(self.built[""], site.url, self.url, codes=False)
        finished_again(self.built[""])
        # No browser keeps pages: one release follows another within a second, the finest that a host can tell.
        self.rules = {"*/": {"Cache-Control": "no-store"}}

    def release(self, questions: str = "") -> None:
        """Put the site with other questions on benefit, or as it is, in the place of what was served. Each is built once."""
        if questions not in self.built:
            self.built[questions] = self._build(self.folder.parent / f"release {len(self.built)}", questions)
        next_one = self.folder.with_name("next")
        next_one.symlink_to(self.built[questions])
        next_one.replace(self.folder)  # at once: an open page may still be asking for something

    def _build(self, folder: Path, questions: str) -> Path:
        project = folder / "project"
        shutil.copytree(ROOT / "data", project / "data")
        for name in ("docs", "macros", "overrides", "mkdocs.yml"):
            (project / name).symlink_to(ROOT / name)
        (project / "data/checklists/benefit.yml").write_text(
            f"# yaml-language-server: $schema=../schema/checklist.json\ntitle: Questions on benefit\nintroduction: Ask.\nquestions:{questions}{KEPT.lstrip()}".replace(
                "\n- id", "\n  - id"
            ),
            encoding="utf-8",
        )
        text = (register := project / "data/published-ids.yml").read_text(encoding="utf-8")  # ends with the list of what is retired
        new = [line.split("id: ")[1] for line in questions.splitlines() if "- id: " in line]
        added = "".join(f"  - {one}\n" for one in sorted({*new, "benefit-why-at-all"}) if f"- {one}\n" not in text)
        register.write_text(text.replace("questions:\n", f"questions:\n{added}") + RETIRED, encoding="utf-8")
        build(folder / "site", self.url, project)
        return folder / "site"


@pytest.fixture(scope="module")
def releases(site: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Releases]:
    """A site that has not been released yet."""
    server = Releases(tmp_path_factory.mktemp("releases"), site)
    yield server
    server.shutdown()
    server.server_close()


def tick(page: Page, *questions: str) -> None:
    """Answer questions as a group would."""
    for question in questions:
        page.locator(f"#{question}-tick").check()


def ticked(page: Page) -> set[str]:
    """The questions that the page shows as discussed."""
    found: list[str] = page.locator("[data-question]").evaluate_all(
        "rows => rows.filter((row) => row.querySelector('input').checked).map((row) => row.dataset.question)"
    )
    return set(found)


@pytest.fixture
def answered(context_with, releases: Releases) -> Page:  # type: ignore[no-untyped-def]
    """A reader who answered the first release and comes back."""
    releases.release()
    page: Page = context_with().new_page()
    page.goto(releases.url + BENEFIT)
    tick(
        page,
        "benefit-worth-spreading",
        "benefit-communicate-why",
        "benefit-who-gains-and-loses",
        "benefit-needs-understood",
        "benefit-evidence",
    )
    note = {
        "note": "the ward said so",
        "edits": {"note": [1, "a"], "status": [1, "a"]},
        "status": "discussed",
        "answered": "2026-11-22T10:00:00Z",
    }
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [f"spread-guide:{UNDER}/:2:answer:first:benefit-communicate-why", json.dumps(note)],
    )
    return page


def test_answers_follow_questions_that_were_renamed_split_and_merged(answered: Page, releases: Releases) -> None:
    releases.release(QUESTIONS)
    answered.goto(releases.url + BENEFIT)
    assert ticked(answered) == {"benefit-why-at-all", "benefit-tell-others", "benefit-hear-others", "benefit-need", "benefit-evidence"}
    until(answered, "Object.keys(localStorage).some((key) => key.endsWith('benefit-hear-others'))")
    notes = answered.evaluate(
        "['tell', 'hear'].map((id) => JSON.parse(localStorage.getItem(`spread-guide:/guide/:2:answer:first:benefit-${id}-others`)).note)"
    )
    assert notes == ["the ward said so"] * 2
    for path in ("", BENEFIT, "handout/", "workbook/"):  # earlier ids stand once a page
        assert answered.request.get(releases.url + path).text().count("benefit-needs-understood") == 1
    # The old answers stay, an untick of the new question holds, and a later release finds the renamed one again.
    answered.locator("#benefit-tell-others-tick").uncheck()
    answered.reload()
    assert "benefit-tell-others" not in ticked(answered)
    releases.release(LATER)
    answered.goto(releases.url + BENEFIT)
    assert ticked(answered) == {"benefit-point", "benefit-hear-others", "benefit-need", "benefit-evidence"}


def test_a_reader_who_skipped_a_release_gets_every_answer(answered: Page, releases: Releases) -> None:
    releases.release(LATER)
    answered.goto(releases.url + BENEFIT)
    assert ticked(answered) == {"benefit-point", "benefit-tell-others", "benefit-hear-others", "benefit-need", "benefit-evidence"}


def test_a_retired_question_keeps_its_answer_on_the_workbook_page_and_in_the_backup(answered: Page, releases: Releases) -> None:
    answered.goto(releases.url + "workbook/")
    expect(answered.locator('[data-part="page"]')).to_be_visible()  # and not only on its way
    expect(answered.get_by_role("heading", name="No longer in the guide")).to_be_hidden()
    releases.release(QUESTIONS)
    answered.goto(releases.url + "workbook/")
    expect(answered.get_by_role("heading", name="No longer in the guide")).to_be_visible()
    expect(answered.locator("[data-retired]:visible")).to_contain_text("Who and how will this innovation provide advantage?")
    expect(answered.locator("[data-retired]:visible")).to_contain_text("discussed")
    answered.locator(".app-status summary").first.click()
    with answered.expect_download() as copy:
        answered.get_by_role("button", name="Download a backup").click()
    answers = json.loads(Path(copy.value.path()).read_text())["workbooks"][0]["answers"]
    assert answers["benefit-who-gains-and-loses"]["status"] == "discussed"


def test_a_question_whose_meaning_changed_says_so_to_who_answered_before(answered: Page, releases: Releases) -> None:
    releases.release(QUESTIONS)
    answered.goto(releases.url + BENEFIT)
    notice = answered.locator("#benefit-evidence [data-part='revised']")
    expect(notice).to_contain_text("changed since you answered")
    expect(notice).to_contain_text("What evidence is needed to gain commitment?")
    expect(answered.locator("#benefit-evidence-tick")).to_be_checked()
    notice.get_by_role("button").click()
    expect(notice).to_be_hidden()
    answered.reload()
    expect(notice).to_be_hidden()
    expect(answered.locator("#benefit-evidence-tick")).to_be_checked()


def test_a_site_that_moved_finds_its_answers_under_the_former_path_and_leaves_them_there(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(BENEFIT)
    old = {  # in the former format
        "spread-guide:/old/:1:current": "ward-4",
        "spread-guide:/old/:1:answer:ward-4:benefit-evidence": '{"status":"discussed","edits":{"status":[1,"a"]}}',
        "spread-guide:/old/:1:aside:0": "kept",
    }
    page.evaluate("(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))", old)
    said = ('name="app-former-paths" content=""', 'name="app-former-paths" content="/older/ /old/"')
    page.route("**/benefit/", lambda route: route.fulfill(body=route.fetch().text().replace(*said), content_type="text/html"))
    page.reload()
    expect(page.locator("#benefit-evidence-tick")).to_be_checked()
    now = page.evaluate("({ ...localStorage })")
    assert {key: now[key] for key in old} == old
    assert now["spread-guide:/guide/:2:current"] == "ward-4"
    assert now["spread-guide:/guide/:2:aside:0"] == "kept"
