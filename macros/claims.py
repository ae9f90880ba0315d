"""The shape of the claims list: what a page says as a fact, and how that was checked."""

from typing import Literal

from pydantic import Field

from .models import Model, Text


class Claim(Model):
    """One figure or finding that a page takes from somebody else."""

    page: Text = Field(description="Its page, as a path below docs/.")
    says: Text = Field(description="A few words of the page with the figure, as a reader meets them.")
    source: Text = Field(description="An id of data/reports.yml that the page cites, or an address that stands on the page.")
    checked: Literal["full text", "abstract", "publisher", "secondary"] = Field(
        description="What it was held against: the whole source, its abstract, its publisher's page, or somebody else's account of it."
    )


class Claims(Model):
    """data/claims.yml."""

    claims: tuple[Claim, ...] = Field(min_length=1)
