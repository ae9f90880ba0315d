"""A workbook as the exports are given it, with one text in every field."""

from typing import Any

import yaml
from hypothesis import strategies as st

from tests.conftest import BUILD, ROOT

SAID: dict[str, dict[str, str]] = yaml.safe_load((ROOT / "data/interface.yml").read_text(encoding="utf-8"))
WORDS = SAID["minutes"]
MADE = "2026-11-22T12:00:00.000Z"
URL = "https://guide.example/principles/benefit/"
# What people paste and what attackers try.
HOSTILE = {
    "a formula": '=HYPERLINK("https://evil.example";"click")',
    "a command": "-2+3+cmd|' /C calc'!A0",
    "a macro": "@SUM(1+1)*cmd",
    "a plus after a tab": "\t+1",
    "a guarded formula": "'=1+1",
    "a script": '<script>alert(1)</script><img src=x onerror="alert(1)"><!-- </td></body>',
    "quotes": "\"double\" 'single' `code` “curly” \\ back\\nslash; semicolon, comma:colon",
    "lines": "one\ntwo\n\n- three\n\n    four\n# five\n> six\n===\n---\n1. seven\n2) eight",
    "calendar lines": "END:VEVENT\nEND:VCALENDAR\nBEGIN:VALARM\nATTACH:https://evil.example",
    "marks": "[x](javascript:alert(1)) ![y](z) **b** _i_ | a | ~~s~~ &lt; &amp; &copy; ``` <https://evil.example> $1 {{ x }} #",
    "right to left": "שלום \u202ecod.exe\u202c مرحبا",
    "emoji": "👩‍⚕️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301",
    "10,000 characters": "ä€😀 " * 2_500,
    "very many": "0123456789" * 7_000,
}
ODD = [text for name, text in HOSTILE.items() if name not in ("10,000 characters", "very many", "right to left", "emoji")]
# No two fields hold the same, so that each is found in its own place.
FIELDS = ("title", "group", "purpose", "setting", "people", "facilitator")
# Text without the control characters that no file can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t=+-@'\"<>&\\;,[]()*_`#|~"), max_size=40)


def answer(text: str, by: str = "2026-12-12") -> dict[str, Any]:
    """An answer with the text in each field, two notes and two actions."""
    return {
        "status": "not-relevant",
        "reason": text,
        "note": text,
        "others": [{"text": text, "from": text, "edit": [1, "t2"]}],
        "actions": [
            {"id": "x1", "what": text, "who": text, "by": by, "edits": {"what": [3, "t1"], "by": [7, "t1"]}},
            {"id": "x2", "what": text, "who": text, "by": text, "done": True, "edits": {"what": [4, "t1"]}},
            {"id": "x3", "what": text, "gone": True, "edits": {"gone": [5, "t1"]}},
        ],
        "answered": MADE,
        "edits": {"note": [2, "t1"], "status": [6, "t1"]},
    }


def minutes(text: str, by: str = "2026-12-12") -> dict[str, Any]:
    """A workbook with the text in each field: a full answer, a discussed question, an open one and a retired one."""
    asked = {"a": answer(text, by), "b": {"status": "discussed", "edits": {"status": [1, "t1"]}}, "c": None}
    return {
        "workbook": "w1",
        "about": {"title": text, "group": "", "setting": text, "date": "2026-11-20", "people": text, "facilitator": text},
        "made": MADE,
        "build": BUILD,
        "lists": [
            {
                "slug": "benefit",
                "title": "Benefit",
                "url": URL,
                "questions": [
                    {"id": f"benefit-{key}", "text": f"Why {key}?", "url": f"{URL}#benefit-{key}", "answer": value}
                    for key, value in asked.items()
                ],
            }
        ],
        "retired": [{"id": "old-one", "text": "Who was it?", "answer": {"note": text, "edits": {"note": [1, "t1"]}}}],
        "words": WORDS,
    }


def everywhere() -> dict[str, Any]:
    """A workbook with a hostile text of its own in every field that somebody can write in."""
    texts = iter(f"{n} {text}" for n, text in enumerate(ODD * 9, 1))
    made = minutes("")
    made["about"] |= {name: squeezed(next(texts)) for name in FIELDS}
    [benefit] = made["lists"]
    first, second, third = (one for one in benefit["questions"])
    first["answer"] |= {
        "reason": next(texts),
        "note": next(texts),
        "others": [{"text": next(texts), "from": next(texts), "edit": [1, "t2"]}],
    }
    first["answer"] |= {"decided": next(texts), "decidedHow": "vote", "decidedBy": next(texts)}
    first["answer"]["actions"] = [
        {"id": "x", "what": next(texts), "who": next(texts), "by": next(texts), "became": next(texts), "edits": {}}
    ]
    second["answer"] |= {"laterWho": next(texts), "laterBy": next(texts)}
    third["answer"] = {"note": next(texts), "edits": {"note": [1, "t"]}}
    made["retired"][0]["answer"] = {"note": next(texts), "edits": {"note": [1, "t"]}}
    made |= {"today": ["benefit-a"], "general": {"note": next(texts), "edits": {"note": [1, "t"]}}}
    return made


def entered(found: Any) -> list[str]:
    """Every text that stands in a record and was written by somebody."""
    if isinstance(found, dict):
        return [text for name, one in found.items() if name not in ("words", "id", "edits", "url") for text in entered(one)]
    if isinstance(found, list):
        return [text for one in found for text in entered(one)]
    return [found] if isinstance(found, str) and found[:1].isdigit() and " " in found else []


def squeezed(text: str) -> str:
    """Text without its layout, for readers that do not keep it."""
    return " ".join(text.split())
