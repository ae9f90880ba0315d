"""Where feedback on this copy of the guide goes."""

from .guide import Guide
from .mistakes import Place
from .render import escaped, link


def feedback(guide: Guide, place: Place) -> str:
    """The publisher's address as a link and how soon somebody reads it, or what to do where no address is set."""
    publisher = guide.publisher
    if not publisher.feedback:
        return escaped(guide.words.feedback.none)
    where = f"{escaped(guide.words.feedback.send)} {link(publisher.feedback.removeprefix('mailto:'), publisher.feedback)}."
    return f"{where} {escaped(guide.words.feedback.read.format(when=publisher.feedback_read))}" if publisher.feedback_read else where
