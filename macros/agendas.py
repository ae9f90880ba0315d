"""The shape of data/agendas.yml: what a workshop does, in which order, and how many minutes each part takes."""

from typing import Annotated, Literal

from pydantic import Field

from .models import Id, Ids, Model, Text

Minutes = Annotated[int, Field(ge=1, le=60)]
Kind = Literal["welcome", "sort", "questions", "break", "method", "decide", "actions", "close"]


class Part(Model):
    """One line of an agenda."""

    kind: Kind = Field(description="What sort of part it is.")
    minutes: Minutes
    questions: int = Field(default=0, ge=0, le=10, description="How many questions are talked through.")
    what: Text = Field(description="What happens, for the people in the room.")
    tools: Ids = Field(default=(), description="Ids of data/tools.yml; they are named after the text.")


class Agenda(Model):
    """One workshop from its first minute to its last."""

    id: Id
    minutes: int = Field(ge=1, le=480, description="How long it is; its parts add up to this.")
    parts: tuple[Part, ...] = Field(min_length=1)

    @property
    def questions(self) -> int:
        """How many questions are talked through."""
        return sum(part.questions for part in self.parts)


class Round(Model):
    """One round of talking about a question."""

    minutes: Minutes
    name: Text
    say: Text = Field(description="What the facilitator says.")


class Rounds(Model):
    """The rounds of one question, for a group of some size."""

    id: Id
    whom: Text | None = Field(default=None, description="For whom they are, as the workbook page offers them.")
    steps: tuple[Round, ...] = Field(min_length=1)


class Agendas(Model):
    """data/agendas.yml."""

    question: Minutes = Field(description="Minutes for one question; each set of rounds adds up to this.")
    change: Minutes = Field(description="Minutes to read out the next question, to move and to settle; each question has them.")
    rules: tuple[Text, ...] = Field(default=(), description="The ground rules, which are read out at the beginning.")
    rounds: tuple[Rounds, ...] = Field(min_length=1)
    agendas: tuple[Agenda, ...] = Field(min_length=1)
