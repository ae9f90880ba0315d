"""What the checks found, each mistake once and in our own words: other tools report the same, without its line or what to do."""

import re
from collections.abc import Mapping

NOISE = re.compile(r"(INFO|DEBUG)\b.*|Aborted with .*|\s*")  # what tools say when nothing is wrong
OURS = re.compile(r"(?:ERROR   -  )?((?:data|docs|macros)/\S.*|mkdocs\.yml:.*)")
LINK = re.compile(r"WARNING -  Doc file '([^']+)' contains .*")
NAVIGATION = re.compile(
    r"WARNING -  (?:A reference to .* in the 'nav' configuration.*|The following pages exist .*|A relative path to .*)|  - \S+\.md"
)
BRACES = re.compile(
    r"^WARNING -  \[macros\] - ERROR # _Macro (?:Syntax|Rendering) Error_\s+_File_: `([^`]+)`.*?^```(?:markdown)?\n.*?^```$",
    re.DOTALL | re.MULTILINE,
)
SPELLING = re.compile(r"(\S+:\d+:\d+): error: `([^`]+)` should be (`.+`)")
SETTINGS = re.compile(r"^Error: MkDocs encountered an error parsing the configuration file[^\n]*(?:\n(?:  in |[a-z])[^\n]*)*", re.MULTILINE)


def deduplicated(outputs: Mapping[str, str]) -> dict[str, list[str]]:
    """The lines of each check that are worth reading; every line stands once, with the first check that says it."""
    ours = [found[1] for text in outputs.values() for line in text.splitlines() if (found := OURS.fullmatch(line))]
    known: set[str] = set()
    kept: dict[str, list[str]] = {}
    for name, text in outputs.items():
        kept[name] = []
        for line in _without_repeats(text, ours).splitlines():
            found = OURS.fullmatch(line)
            plain = found[1] if found else SPELLING.sub(_spelling, line)
            if not (NOISE.fullmatch(line) or _covered(line, ours) or (found and plain in known)):
                kept[name].append(plain)
            known.add(plain)
    return kept


def _spelling(found: re.Match[str]) -> str:
    """What to write for a misspelt word, and what to do where it is none."""
    word, right = found[2].lower(), " or ".join(f"'{one}'" for one in re.findall("`([^`]+)`", found[3]))
    otherwise = f'if it is a name, write {word} = "{word}" below [tool.typos.default.extend-words] in pyproject.toml'
    return f"{found[1]}: '{found[2]}' should be {right}; {otherwise}"


def _without_repeats(text: str, ours: list[str]) -> str:
    """A text without the paragraphs about what our own lines say."""
    text = BRACES.sub(lambda found: "" if any(line.startswith(f"docs/{found[1]}:") for line in ours) else found[0], text)
    return SETTINGS.sub("", text) if any(line.startswith("mkdocs.yml:") for line in ours) else text


def _covered(line: str, ours: list[str]) -> bool:
    """Whether one of our lines says of the same page, or of the navigation, what this line says."""
    if NAVIGATION.fullmatch(line):
        return any(one.startswith("mkdocs.yml:") for one in ours)
    link = LINK.fullmatch(line)
    about = [one for one in ours if link and one.startswith(f"docs/{link[1]}:")]
    return any(quoted in line for one in about for quoted in re.findall(r"'([^']{2,})'", one)[:1])
