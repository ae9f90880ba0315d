"""The forms that open where the guide is kept, and the first page that contributors meet there."""

import re
from typing import Any

import pytest
import yaml

from macros.checklist import FORM
from macros.forms import main
from macros.loader import load
from tests.conftest import ROOT

FOLDER = ROOT / ".github"
FORMS: dict[str, dict[str, Any]] = {
    path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "ISSUE_TEMPLATE").glob("*.yml"))
}
FIELDS = {name: {field["id"]: field for field in form["body"] if "id" in field} for name, form in FORMS.items()}


def test_there_is_a_form_for_each_kind_of_help() -> None:
    assert {form["name"] for form in FORMS.values()} == {"Suggest a question", "Report a mistake", "Propose a tool"}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_has_what_github_asks_for(form: str) -> None:
    fields = [field for field in FORMS[form]["body"] if field["type"] != "markdown"]
    assert FORMS[form]["description"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert len({field["attributes"]["label"] for field in fields}) == len(fields)
    assert {field["type"] for field in fields} <= {"input", "textarea", "dropdown", "checkboxes"}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_asks_for_nothing_about_a_patient(form: str) -> None:
    assert re.search(r"patient", (FOLDER / "ISSUE_TEMPLATE" / form).read_text(encoding="utf-8"))


def test_the_link_of_a_question_opens_a_form_with_a_field_for_its_id() -> None:
    assert FIELDS[FORM]["question"]["type"] == "input"


def test_forms_are_what_the_data_say() -> None:
    assert main(["--check"], ROOT) == 0
    chosen = [fields["principle"]["attributes"]["options"] for fields in FIELDS.values() if "principle" in fields]
    assert chosen == [[one.name for one in load(ROOT / "data").principles]] * 2


@pytest.mark.parametrize("path", [FOLDER / "CONTRIBUTING.md", ROOT / "README.md"], ids=lambda path: path.name)
def test_contributors_find_the_page(path: Any) -> None:
    targets = re.findall(r"\]\(([^)#]*contributing\.md)\)", path.read_text(encoding="utf-8"))
    assert targets
    assert all((path.parent / target).resolve() == ROOT / "docs" / "contributing.md" for target in targets)
