"""Glossary terms in running text, and the glossary page."""

from itertools import groupby

from .citations import used_on
from .guide import Guide
from .mistakes import Place, WrongCallError, unknown
from .models import Term
from .render import escaped, html, link
from .where import up


def term(guide: Guide, place: Place, name: str, text: str = "") -> str:
    """A link to a term's entry that shows its short meaning; `text` replaces the term's own name.

    Raises WrongCallError where data/glossary.yml has no such term, or where no page shows it.
    """
    if name not in guide.terms:
        raise WrongCallError(unknown("glossary term", name, guide.terms))
    found = guide.terms[name]
    return link(text or found.name, f"{up(place)}{guide.special.file('glossary')}#term-{name}", found.short, "app-term")


def glossary(guide: Guide, place: Place) -> str:
    """All terms from A to Z, each under a heading of its own, so that search leads to it."""
    terms = sorted(guide.terms.values(), key=lambda found: found.name.casefold())
    letters = {letter: list(found) for letter, found in groupby(terms, key=lambda found: found.name[0].upper())}
    parts = [" ".join(link(letter, f"#letter-{letter.lower()}") for letter in letters) + "\n{ .app-glossary__letters }"]
    for letter, found in letters.items():
        parts.append(f"## {letter} {{ #letter-{letter.lower()} .app-glossary__letter }}")
        for one in found:
            parts += _entry(guide, place, one)
    return "\n\n".join(parts)


def _entry(guide: Guide, place: Place, found: Term) -> list[str]:
    """One term: its name, both meanings, and the ways on. Links to ids that it had before still arrive here."""
    words = guide.words
    earlier = "".join(html("anchor.html", id=f"term-{old}") for old in found.was)
    entry = [
        f"### {escaped(found.name[0].upper() + found.name[1:])} {{ #term-{found.id} }}",
        f"{earlier}{escaped(found.short)}\n{{ .app-glossary__short }}",
        escaped(found.full),
    ]
    see = ", ".join(link(guide.terms[name].name, f"#term-{name}") for name in found.see if name in guide.terms)
    pages = ", ".join(link(page.title, up(place) + page.path) for page in used_on(guide, found.id) if f"docs/{page.path}" != place.path)
    more = ((words.glossary.see, see), (words.glossary.used_on, pages))
    entry += [f"{label}: {links}.\n{{ .app-glossary__more }}" for label, links in more if links]
    return entry
