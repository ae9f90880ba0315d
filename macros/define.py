"""Give the engine the macros; log what is wrong instead of raising it, so that `serve` stays alive."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from . import agenda, checklist, counts, feedback, glossary, handout, overview, references, reports, tools, tools_cards, wheel
from .answer import Answering, Macro, UnknownMacro, log
from .citations import unused
from .mistakes import Mistake, Place
from .pieces import filled
from .reading import reading
from .settings import FILE, read_settings, source_of
from .theme import page_data, site_data
from .where import above_body, at

INLINE: tuple[Macro, ...] = (counts.count, glossary.term, tools.tool, checklist.question)  # stand anywhere in a page
BLOCKS: tuple[Macro, ...] = (  # stand on a line of their own
    agenda.agenda,
    agenda.ground_rules,
    agenda.rounds,
    agenda.sizes,
    checklist.checklist,
    feedback.feedback,
    glossary.glossary,
    handout.handout,
    handout.ready,
    overview.overview,
    references.references,
    reports.reports,
    tools.tools,
    tools.tools_ideas,
    tools.tools_matrix,
    tools_cards.tools_cards,
    tools_cards.tools_choice,
    wheel.wheel,
)
NAMES = tuple({macro.__name__ for macro in kind} for kind in (INLINE, BLOCKS))


def define(env: Any, cache: dict[str, Any]) -> None:
    """Load the data and read the pages once per state of their files, name the mistakes, register the macros."""
    config, project = env.variables["config"], Path(env.project_dir)
    extra = config["extra"]
    settings = read_settings(extra, source_of(project, Path(config.get("config_file_path") or FILE).name))
    guide, calls, mistakes, texts = reading(project, NAMES[0], NAMES[1], settings, cache)
    guide = replace(guide, site_name=config.get("site_name") or "")
    for mistake in mistakes:
        log.error("%s", mistake)
    if not mistakes and cache.get("unused logged for") != guide:  # a misspelt name may be the only use of an entry
        _log_unused(unused(guide))
        cache["unused logged for"] = guide
    said = extra.get("publisher")
    for name, value in said.items() if isinstance(said, dict) else ():
        if not value and not cache.get("publisher logged"):
            log.info("mkdocs.yml: extra.publisher.%s is empty: what needs it is left out of the site", name)
    cache["publisher logged"] = True
    extra["guide"] = site_data(guide, mistakes, project)
    cache["page data"] = lambda path: page_data(guide, path)
    misplaced = {wrong.mistake.place: wrong.mistake.what for wrong in calls if not wrong.name}
    answers = {macro.__name__: Answering(env, guide, macro, {} if macro in INLINE else misplaced) for macro in (*INLINE, *BLOCKS)}
    for name, answer in answers.items():
        env.macro(answer, name)
    cache["fill"] = lambda: fill(env, answers, texts)
    for wrong in calls:
        if wrong.name and wrong.name not in {*NAMES[0], *NAMES[1], *env.variables}:
            env.macro(UnknownMacro(env, wrong.mistake.what), wrong.name)


def fill(env: Any, answers: Mapping[str, Answering], texts: Mapping[str, str]) -> bool:
    """
    Answer the calls of a page in the engine's stead, which would compile the page first; whether nothing is left for the engine.
    `texts`: those of the files, as they were read.
    """
    if "{" in (env.page.title or ""):
        return False  # it is the engine's to read, and that goes by the page
    path = f"docs/{env.page.file.src_uri}"
    above = Place(path, above_body(texts[path], env.markdown)) if path in texts else at(env, 0)
    ways = {name: partial(_answered, above, answer) for name, answer in answers.items()}
    try:
        text = filled(env.markdown, ways)
    except Exception:  # a fault of ours: the engine meets it again, and says where
        return False
    if text is not None:
        env.markdown = text
    return text is not None


def _answered(above: Place, answer: Answering, line: int, args: tuple[object, ...], options: dict[str, object]) -> str:
    return answer.at(Place(above.path, above.line + line), args, options)


def _log_unused(found: Iterable[Mistake]) -> None:
    """Log unused entries as information: they harm no reader, so they stop no build."""
    for one in found:
        log.info("%s", one)
