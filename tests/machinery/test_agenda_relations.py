"""An agenda whose minutes do not add up, or that leaves out what a workshop needs, stops the build."""

from pathlib import Path

import pytest

from macros.loader import load
from tests.conftest import Change

AT = "data/agendas.yml:"
FEWER = "let fewer speak, or make them shorter"


def said(data: Path) -> list[str]:
    return [str(mistake) for mistake in load(data).mistakes]


@pytest.mark.parametrize(
    ("old", "new", "mistakes"),
    [
        ("    minutes: 15\n", "    minutes: 16\n", [f"{AT}15:14: the parts add up to 15 minutes, not to 16; change one of them"]),
        (
            "        minutes: 8\n",
            "        minutes: 9\n",
            [
                f"{AT}15:14: the parts add up to 16 minutes, not to 15; change one of them",
                f"{AT}21:18: 2 of 4 minutes, with the change to each, are 8, not 9; correct one",
            ],
        ),
        (
            "      - minutes: 1\n",
            "      - minutes: 2\n",
            [f"{AT}7:7: these rounds add up to 4 minutes, not to 3; change one of them"],
        ),
        (
            "kind: welcome",
            "kind: questions",
            [
                f"{AT}17:7: no part of this agenda says who is here and how you work; add one of the kind 'welcome'",
                f"{AT}17:15: a part has `questions` and the kind 'questions', or neither; correct one of the two",
            ],
        ),
        ("kind: decide", "kind: break", [f"{AT}17:7: no part of this agenda decides anything; add one of the kind 'decide'"]),
        ("tools: [map]", "tools: [mop]", [f"{AT}27:17: there is no tool 'mop'; did you mean 'map'?"]),
        ("kind: close", "kind: end", None),
        (
            "      turns: 4\n      seconds: 15\n",
            "      turns: 5\n      seconds: 15\n",
            [
                f"{AT}43:7: so many turns take 2 minutes, and the part 'welcome' of 'short' has 2, 1 of them for what comes first; {FEWER}",
            ],
        ),
        ("seconds: 60", "seconds: 61", [f"{AT}49:7: so many turns take 3 minutes, and the last round of 'pairs' has 2; {FEWER}"]),
        (
            "seconds: 10",
            "seconds: 16",
            [
                f"{AT}55:7: so many turns take 2 minutes, and the part 'close' of 'short' has 1, 0 of them for what comes first; {FEWER}",
            ],
        ),
        ("rounds: pairs", "rounds: pair", [f"{AT}47:13: there is no set of rounds 'pair'; did you mean 'pairs'?"]),
        (
            "minutes: 15",
            "minutes: soon",
            [f"{AT}15:14: 'minutes' must be a whole number, but is text; write figures alone, without quotes"],
        ),
    ],
)
def test_a_slip_is_named_where_it_stands(data: Path, change: Change, old: str, new: str, mistakes: list[str] | None) -> None:
    change(data / "agendas.yml", old, new)
    found = said(data)
    if mistakes is None:
        assert found and all(line.startswith(f"{AT}31:15: 'end' is not known under 'kind'; use one of: ") for line in found)
    else:
        assert found == mistakes


def test_an_agenda_and_a_set_of_rounds_stand_once(data: Path, change: Change) -> None:
    text = (data / "agendas.yml").read_text(encoding="utf-8")
    head, rest = text.split("\nagendas:\n", 1)
    rounds = head.split("rounds:\n", 1)[1]
    agendas, rest = rest.split("opening:", 1)
    sizes = rest.split("sizes:\n", 1)[1]
    (data / "agendas.yml").write_text(f"{head}\n{rounds}\nagendas:\n{agendas}{agendas}opening:{rest}{sizes}", encoding="utf-8")
    assert [line.split(": ", 1)[1].split(":")[0] for line in said(data)] == [
        "the id 'pairs' is taken",
        "the id 'short' is taken",
        "the id 'few' is taken",
    ]
