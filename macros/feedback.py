"""Where feedback on this copy of the guide goes."""

from .guide import Guide
from .mistakes import Place
from .render import escaped, link


def feedback(guide: Guide, place: Place) -> str:
    """The publisher's address as a link, or what to do where none is set."""
    if not guide.publisher.feedback:
        return escaped(guide.words.feedback.none)
    return f"{escaped(guide.words.feedback.send)} {link(guide.publisher.feedback.removeprefix('mailto:'), guide.publisher.feedback)}."
