"""Further resources: what is listed, in which group, and what it says."""

from dataclasses import replace

from macros.guide import Guide
from macros.library import Group, Report
from macros.mistakes import Place
from macros.reports import reports

PAGE = Place("docs/further-resources.md")


def test_a_listed_report_says_what_it_gives_and_what_it_speaks_about(guide: Guide) -> None:
    smith = guide.reports["smith-2001"].model_copy(update={"principles": ("learning", "benefit", "gone")})
    known = replace(guide, reports={"smith-2001": smith})
    words = guide.words.reports
    assert reports(known, PAGE) == (
        "### Start here\n\n"
        "- Smith A (2001). [How ideas travel](https://doi.org/10.1000/1).\n\n"
        "    Shows how.\n    { .app-reports__about }\n\n"
        f"    {words.paper}. {words.principles}: Learning, Benefit.\n    {{ .app-reports__kind }}"
    )


def test_a_report_that_speaks_about_no_principle_says_its_kind_alone(guide: Guide) -> None:
    assert f"    {guide.words.reports.paper}.\n" in reports(guide, PAGE)


def test_groups_keep_their_order_and_empty_ones_are_left_out(guide: Guide) -> None:
    smith = guide.reports["smith-2001"]
    later = smith.model_copy(update={"group": "later", "title": "Later"})
    hidden = smith.model_copy(update={"list": False, "title": "Hidden"})
    groups = tuple(Group(id=name, title=name.title()) for name in ("later", "empty", "start"))
    found = reports(replace(guide, groups=groups, reports={"a": smith, "b": later, "c": hidden}), PAGE)
    assert [line for line in found.splitlines() if line.startswith("#")] == ["### Later", "### Start"]
    assert found.index("[Later]") < found.index("[How ideas travel]")
    assert "Hidden" not in found


def test_a_report_without_about_is_listed_without_one(guide: Guide) -> None:
    bare = Report.model_validate(guide.reports["smith-2001"].model_dump() | {"about": None})
    assert "\n    \n    { .app-reports__about }" in reports(replace(guide, reports={"a": bare}), PAGE)
