"""The forms that open where the guide is kept, made from data/forms/ and the data."""

from pathlib import Path

import pytest
import yaml

from macros.forms import FORMS, MADE, main
from tests.conftest import Change

FORM = """\
name: Propose
description: A tool.
body:
  - type: dropdown
    attributes: {label: Which, options: "{principles}"}
"""


@pytest.fixture
def made(project: Path) -> Path:
    """The small guide with one form."""
    (project / FORMS).mkdir()
    (project / FORMS / "tool.yml").write_text(FORM, encoding="utf-8")
    assert main([], project) == 0
    return project


def test_a_form_offers_the_principles_of_the_guide(made: Path) -> None:
    form = yaml.safe_load((made / MADE / "tool.yml").read_text(encoding="utf-8"))
    assert form["body"][0]["attributes"] == {"label": "Which", "options": ["Benefit", "Learning"]}
    assert main(["--check"], made) == 0


def test_a_form_that_is_behind_the_data_is_named_until_it_is_made_again(
    made: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(made / "data" / "principles.yml", "name: Benefit", "name: Gain")
    assert main(["--check"], made) == 1
    says = ".github/ISSUE_TEMPLATE/tool.yml: is not what data/forms/tool.yml and the data say; run make forms and commit the file\n"
    assert capsys.readouterr().out == says
    assert main([], made) == main(["--check"], made) == 0


def test_a_form_that_nothing_makes_and_data_with_a_mistake_are_named(
    made: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    (made / MADE / "config.yml").write_text("blank_issues_enabled: true\n", encoding="utf-8")
    (made / MADE / "old.yml").write_text(FORM, encoding="utf-8")
    assert main([], made) == 1
    says = ".github/ISSUE_TEMPLATE/old.yml: nothing makes this form; move it to data/forms/old.yml, or take it out\n"
    assert capsys.readouterr().out == says
    change(made / "data" / "principles.yml", "links: [benefit]", "links: [gain]")
    assert main([], made) == 1
    assert "data/principles.yml:" in capsys.readouterr().out
