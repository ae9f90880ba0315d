"""How a part of the interface's words is described: which words in braces a text has to hold."""

import re
from typing import Any

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from .models import Model

BRACES = re.compile(r"\{\w*\}|[{}]")


def fills(*names: str) -> Any:
    """A field whose text has these names in {braces}, for numbers and names to be filled in, and no other."""
    return Field(description=f"What is filled in: {', '.join(f'{{{name}}}' for name in names)}.")


class Said(Model):
    """Words of one part of the page."""

    @field_validator("*")
    @classmethod
    def _filled(cls, text: str, info: ValidationInfo) -> str:
        """Raise where the words in braces are not those of the field."""
        described = cls.model_fields[info.field_name or ""].description or ""
        expected = sorted(set(BRACES.findall(described)))
        if sorted(set(BRACES.findall(text))) != expected:
            raise PydanticCustomError("braces", "braces", {"expected": " and ".join(expected)})
        return text
