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
    """The rounds of one question; sizes name them."""

    id: Id
    steps: tuple[Round, ...] = Field(min_length=1)


class Turns(Model):
    """What people say one after the other."""

    turns: int = Field(ge=1, le=100, description="How many speak.")
    seconds: int = Field(ge=5, le=300, description="How long each of them may speak.")
    how: Text = Field(description="How it goes, for the people in the room.")

    @property
    def minutes(self) -> int:
        """How long it takes, in whole minutes."""
        return -(-self.turns * self.seconds // 60)


class Size(Model):
    """How a workshop goes with so many people, whatever its length."""

    id: Id
    people: int | None = Field(default=None, ge=2, le=200, description="How many there are; none where the number does not matter.")
    whom: Text = Field(description="For whom it is, as the workbook page offers it.")
    tables: Text = Field(description="How many tables or rooms, and for how many each.")
    team: Text = Field(description="Who runs it.")
    names: Turns = Field(description="How all say who they are.")
    sort: Text = Field(description="How the questions are chosen after the silent sort.")
    rounds: Id = Field(description="The rounds of a question, by their id.")
    hear: Turns = Field(description="How all hear what was said, in the last of the rounds.")
    decide: Text = Field(description="By which rule.")
    actions: Text = Field(description="How many.")
    close: Turns = Field(description="The last round.")

    @property
    def parts(self) -> tuple[tuple[Kind, str], ...]:
        """What it says of parts of an agenda, by their kind."""
        return ("sort", self.sort), ("decide", self.decide), ("actions", self.actions), ("close", self.close.how)


class Agendas(Model):
    """data/agendas.yml."""

    question: Minutes = Field(description="Minutes for one question; each set of rounds adds up to this.")
    change: Minutes = Field(description="Minutes to read out the next question, to move and to settle; each question has them.")
    opening: Minutes = Field(description="Minutes for the purpose and the rules; what is left of the welcome is for names.")
    ending: int = Field(
        ge=0, le=60, description="Minutes for the day of the next look and the car park; what is left is for the last round."
    )
    rules: tuple[Text, ...] = Field(default=(), description="The ground rules, which are read out at the beginning.")
    rounds: tuple[Rounds, ...] = Field(min_length=1)
    sizes: tuple[Size, ...] = Field(min_length=1)
    agendas: tuple[Agenda, ...] = Field(min_length=1)
