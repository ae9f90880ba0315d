"""Questions as people ask them, and days and years that can have been: what a model cannot know."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from macros.loader import files
from macros.mistakes import Mistake
from macros.source import read

# How a question may not be written, and what to write.
WRITTEN = {
    r"(?:(?:Q|Question)\s*)?\d+ ?[.):] ?(?=[^\W\d])|Question ?\d+": "'{0}' numbers the question, and the page does that; take it out",
    r"[a-z](?![a-z-]*[A-Z])": "the question starts with a small letter; write a capital one",
    r"(?=[^a-z]*$)(?:.*[A-Z]){8}.*": "the question is written in capitals; write it in small letters",
    r".*?(\?{2,}|[!?]*!\?)$": "'{1}' shouts; write one question mark",
    r".*?( \?)$": "a space stands before the question mark; take it out",
}


def asked(project: Path) -> Iterator[Mistake]:
    """Each slip of these kinds in checklists, reports and tools."""
    today = datetime.datetime.now(datetime.UTC).date()
    for file in (path for path in files(project / "data") if path.is_file()):
        source = read(file, file.relative_to(project).as_posix())
        part = {"reports": "reports", "tools": "tools", "published-ids": "retired"}.get(file.stem, "questions")
        for number, entry in enumerate((source.data.get(part) if isinstance(source.data, dict) else None) or ()):
            if not isinstance(entry, dict):
                continue
            if part == "questions" and isinstance(text := entry.get("text"), str):
                place = source.at(part, number, "text")
                slips = ((re.match(pattern, text), what) for pattern, what in WRITTEN.items())
                yield from (Mistake(place, what.format(found[0].strip(), *found.groups())) for found, what in slips if found)
                if entry.get("before") == text:
                    what = "'before' says what the question says now; write what it said, or take 'before' and 'revised' out"
                    yield Mistake(source.at(part, number, "before"), what)
            year = entry.get("year")
            if isinstance(year, int) and today.year + 1 < year < 10_000:
                yield Mistake(source.at(part, number, "year"), f"'year' is {year}, and that year has not come yet; correct it")
            for name in ("revised", "date"):
                day = entry.get(name)
                if type(day) is datetime.date and day > today + datetime.timedelta(days=1):
                    yield Mistake(source.at(part, number, name), f"'{name}' is {day}, and that day has not come yet; correct it")
