"""The principles as a wheel: a picture whose segments are links, made from data/principles.yml."""

from math import asin, cos, pi, sin
from textwrap import wrap

from .counts import in_words
from .guide import Guide
from .mistakes import Place
from .render import html
from .where import up_from_url, url

SIZE = 480.0  # the picture's own units; styles decide how large it is shown
CENTRE = SIZE / 2
OUTER, INNER = 236.0, 114.0  # radii of the ring
WIDEST = 22  # letters of a line in the middle of the ring
LABEL = 177.0  # where names stand: a little outside the middle of the ring
GAP, CORNER = 8.0, 10.0  # the same width from the inside to the outside; how far corners are rounded


def wheel(guide: Guide, place: Place) -> str:
    """The wheel, and the same links as a list for small screens."""
    home = up_from_url(place)
    count = len(guide.principles)
    segments = []
    for n, principle in enumerate(guide.principles):
        checklist = guide.checklists.get(principle.slug)
        questions = checklist.questions if checklist else ()
        middle = (n + 0.5) * 2 * pi / count
        segments.append(
            {
                "slug": principle.slug,
                "name": principle.name,
                "headline": principle.headline,
                "says": wrap(principle.headline, WIDEST),
                "target": home + url(guide.special.principle(principle.slug)),
                "questions": " ".join(question.id for question in questions),
                "total": len(questions),
                "path": segment(n, count),
                "label": point(LABEL, middle),
            }
        )
    radii = {"outer": OUTER, "inner": INNER, "centre": CENTRE, "size": SIZE}
    total = sum(int(str(one["total"])) for one in segments)
    return html("wheel.html", segments=segments, total=total, number=in_words(guide, count), words=guide.words, **radii)


def segment(n: int, count: int) -> str:
    """The outline of segment `n` of `count`, clockwise from the top, with rounded corners, as SVG path data."""
    start, end = n * 2 * pi / count, (n + 1) * 2 * pi / count
    # A side runs beside its radius at half the gap: how far it is turned from it depends on the distance from the centre.
    turned = {radius: asin(GAP / 2 / radius) for radius in (OUTER, OUTER - CORNER, INNER + CORNER, INNER)}
    left = {radius: point(radius, start + turned[radius]) for radius in turned}
    right = {radius: point(radius, end - turned[radius]) for radius in turned}
    bent = {radius: turned[radius] + CORNER / radius for radius in (OUTER, INNER)}  # where the arcs begin and end
    return (
        f"M{point(OUTER, start + bent[OUTER])} A{OUTER:g} {OUTER:g} 0 0 1 {point(OUTER, end - bent[OUTER])} "
        f"Q{right[OUTER]} {right[OUTER - CORNER]} L{right[INNER + CORNER]} "
        f"Q{right[INNER]} {point(INNER, end - bent[INNER])} A{INNER:g} {INNER:g} 0 0 0 {point(INNER, start + bent[INNER])} "
        f"Q{left[INNER]} {left[INNER + CORNER]} L{left[OUTER - CORNER]} Q{left[OUTER]} {point(OUTER, start + bent[OUTER])}Z"
    )


class Point(tuple[float, float]):
    """Across and down, in the picture's units."""

    def __str__(self) -> str:
        return f"{self[0]:.1f} {self[1]:.1f}"


def point(radius: float, angle: float) -> Point:
    """The point at a distance from the centre and an angle in radians, clockwise from the top."""
    return Point((CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)))
