"""The wheel: its geometry, its links, and what the script finds in it."""

import re
from dataclasses import replace
from math import atan2, hypot, pi

import pytest

from macros.guide import Guide
from macros.mistakes import Place
from macros.models import MOST
from macros.wheel import CENTRE, CORNER, GAP, INNER, OUTER, SIZE, point, segment, wheel

HOME = Place("docs/index.md")


def numbers(path: str) -> list[tuple[float, float]]:
    """All points of a path: the pairs that are not the radii and flags of an arc."""
    plain = re.sub(r"A\S+ \S+ 0 0 [01]", " ", path)
    found = [float(number) for number in re.findall(r"-?\d+\.\d+", plain)]
    return list(zip(found[::2], found[1::2], strict=True))


def test_points_go_clockwise_from_the_top() -> None:
    assert str(point(100, 0)) == f"{CENTRE:.1f} {CENTRE - 100:.1f}"
    assert str(point(100, pi / 2)) == f"{CENTRE + 100:.1f} {CENTRE:.1f}"


SEGMENTS = [(n, of) for of in (3, 7, MOST) for n in range(of)]


@pytest.mark.parametrize(("n", "of"), SEGMENTS)
def test_a_segment_stays_inside_the_ring(n: int, of: int) -> None:
    distances = [hypot(across - CENTRE, down - CENTRE) for across, down in numbers(segment(n, of))]
    assert min(distances) == pytest.approx(INNER, abs=0.2)
    assert max(distances) == pytest.approx(OUTER, abs=0.2)


def angle(across: float, down: float) -> float:
    """Of a point, in radians clockwise from the top."""
    return atan2(across - CENTRE, CENTRE - down) % (2 * pi)


@pytest.mark.parametrize(("n", "of"), SEGMENTS)
def test_a_segment_lies_between_its_two_sides_and_mirrors_itself(n: int, of: int) -> None:
    share = 2 * pi / of
    angles = [angle(*one) - n * share for one in numbers(segment(n, of))[1:]]  # it ends where it begins
    assert 0 < min(angles) < max(angles) < share
    assert sorted(angles) == pytest.approx(sorted(share - one for one in angles), abs=0.001)


def test_a_corner_is_rounded_over_the_same_length_on_both_of_its_sides() -> None:
    before, after = numbers(segment(0, 7))[-1], numbers(segment(0, 7))[-3]  # where the arc begins, and where the straight side ends
    corner = numbers(segment(0, 7))[-2]
    assert [hypot(one[0] - corner[0], one[1] - corner[1]) for one in (before, after)] == pytest.approx([CORNER, CORNER], abs=0.2)


def test_the_ring_fits_into_its_picture(guide: Guide) -> None:
    assert f'viewBox="0 0 {SIZE} {SIZE}"' in wheel(guide, HOME)
    assert SIZE / 2 == CENTRE > OUTER > INNER


def test_a_name_stands_in_the_middle_of_its_segment(guide: Guide) -> None:
    places = re.findall(r'app-wheel__name" x="([\d.]+)" y="([\d.]+)"', wheel(guide, HOME))
    for n, (across, down) in enumerate((float(x), float(y)) for x, y in places):
        assert angle(across, down) == pytest.approx((n + 0.5) * pi, abs=0.001)  # the small guide has two principles
        assert INNER < hypot(across - CENTRE, down - CENTRE) < OUTER


def test_the_gap_between_neighbours_is_as_wide_inside_as_outside() -> None:
    # The boundary between the last and the first segment runs straight up, so the sides are seen in their first coordinate.
    sides = [across for across, down in numbers(segment(0, 7)) if across < CENTRE + GAP and down < CENTRE]
    assert len(sides) >= 4
    assert sides == pytest.approx([CENTRE + GAP / 2] * len(sides), abs=0.06)


def test_each_segment_is_a_link_with_its_name_and_its_number_of_questions(guide: Guide) -> None:
    found = wheel(guide, HOME)
    assert re.findall(r'xlink:href="([^"]+)"', found) == ["principles/benefit/", "principles/learning/"]
    assert re.findall(r'app-wheel__name"[^>]*>(\w+)<', found) == ["Benefit", "Learning"]
    counts = [len(guide.checklists[slug].questions) for slug in ("benefit", "learning")]
    assert re.findall(r'data-of="(\w+)">(\d+)', found)[:2] == [("benefit", str(counts[0])), ("learning", str(counts[1]))]
    assert f'data-part="total">{guide.words.wheel.questions.format(total=sum(counts))}<' in found


def test_no_element_inside_the_picture_has_an_href_that_instant_navigation_would_write_to(guide: Guide) -> None:
    picture = wheel(guide, HOME).split("</svg>")[0]
    assert not re.search(r"\shref=", picture)


def test_the_same_links_stand_in_a_list_for_small_screens(guide: Guide) -> None:
    found = wheel(guide, Place("docs/about.md")).split("</svg>")[1]
    assert re.findall(r'href="([^"]+)">(\w+)<', found) == [("../principles/benefit/", "Benefit"), ("../principles/learning/", "Learning")]
    assert "Start with the benefit" in found


def test_a_segment_knows_its_questions(guide: Guide) -> None:
    found = wheel(guide, HOME)
    for slug in ("benefit", "learning"):
        questions = guide.checklists[slug].questions
        assert f'data-questions="{" ".join(question.id for question in questions)}"' in found


def test_a_principle_without_a_checklist_still_has_its_segment(guide: Guide) -> None:
    found = wheel(replace(guide, checklists={}), HOME)
    assert found.count('data-questions=""') == 2
    assert guide.words.wheel.questions.format(total=0) in found


def test_nothing_needs_a_style_that_a_strict_policy_forbids(guide: Guide) -> None:
    assert not re.search(r"\sstyle=|<style|<script", wheel(guide, HOME))
