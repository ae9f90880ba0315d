"""A checklist as HTML that works before any script runs."""

from .guide import Guide
from .mistakes import Place, WrongCallError, unknown
from .render import html, link
from .where import up, up_from_url, url

FORM = "question.yml"  # of .github/ISSUE_TEMPLATE/: its field "question" takes the id


def checklist(guide: Guide, place: Place, name: str) -> str:
    """The checklist called `name`, for a line of its own at the top level of a page.

    Raises WrongCallError where no file data/checklists/<name>.yml is known.
    """
    if name not in guide.checklists:
        raise WrongCallError(unknown("checklist", name, guide.checklists))
    found = guide.checklists[name]
    home, pages = up_from_url(place), guide.special
    explained = any(question.terms for question in found.questions)
    to_glossary = f"{home}{url(pages.file('glossary'))}#term-" if explained else ""
    on_sheets = name in {principle.slug for principle in guide.principles}
    questions = [
        {
            "id": question.id,
            "text": question.text,
            "number": number,
            "prompt": question.prompt,
            "when": question.when,
            "revised": question.revised,
            "before": question.before,
            "improve": guide.publisher.issues and f"{guide.publisher.issues}?template={FORM}&question={question.id}",
            "terms": [(guide.terms[term], to_glossary + term) for term in question.terms if term in guide.terms],
        }
        for number, question in enumerate(found.questions, 1)
    ]
    return html(
        "checklist.html",
        name=name,
        checklist=found,
        questions=questions,
        words=guide.words,
        book=pages.url("workbook") and home + pages.url("workbook"),
        handout=home + pages.url("handout") if on_sheets and pages.handout else "",
    )


def question(guide: Guide, place: Place, name: str) -> str:
    """A link to the question called `name`, or once called so, in its own words.

    Raises WrongCallError where no principle asks it.
    """
    lists = {one.slug: guide.checklists[one.slug] for one in guide.principles if one.slug in guide.checklists}
    now = [(slug, one) for slug, found in lists.items() for one in found.questions]
    earlier = {old: (slug, one) for slug, one in reversed(now) for old in one.was}  # of several successors the first
    asked = earlier | {one.id: (slug, one) for slug, one in now}
    if name not in asked:
        raise WrongCallError(unknown("question", name, asked))
    slug, known = asked[name]
    return link(known.text, f"{up(place)}{guide.special.principle(slug)}#{known.id}")
