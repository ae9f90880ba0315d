"""Where feedback goes."""

from macros.feedback import feedback
from macros.guide import Guide
from macros.mistakes import Place
from tests.conftest import published

PAGE = Place("docs/feedback.md")


def test_an_address_of_the_publisher_is_a_link_that_shows_it(guide: Guide) -> None:
    words = guide.words.feedback
    assert feedback(published(guide, feedback="mailto:us@example.org"), PAGE) == f"{words.send} [us@example.org](mailto:us@example.org)."
    form = "https://example.org/form"
    assert feedback(published(guide, feedback=form), PAGE) == f"{words.send} [{form}]({form})."


def test_it_says_how_soon_somebody_reads_it(guide: Guide) -> None:
    said = feedback(published(guide, feedback="mailto:us@example.org", feedback_read="within two weeks"), PAGE)
    assert said.endswith("(mailto:us@example.org). Somebody there reads it within two weeks.")


def test_without_an_address_the_page_says_what_to_do(guide: Guide) -> None:
    assert feedback(guide, PAGE) == guide.words.feedback.none
