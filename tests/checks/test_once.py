"""What scripts know stands in one of them: keys, days, sentences, the form of a backup. And editors find the way there."""

import json
import re

from tests.conftest import ROOT

from .test_house import SCRIPTS, code, modules, name, text_of


def test_editors_find_a_module_by_the_name_under_which_scripts_import_it() -> None:
    [pattern] = json.loads(text_of(ROOT / "jsconfig.json"))["compilerOptions"]["paths"]["app/*"]
    assert {one: (ROOT / pattern.replace("*", one)).resolve() for one in modules()} == modules()


def test_a_backup_has_its_name_and_version_in_one_script() -> None:
    assert [name(path) for path in SCRIPTS if re.search(r'"spread-guide-backup"|\bVERSION =', code(path))] == [
        "overrides/assets/javascripts/files/backup.js"
    ]


def test_a_stored_key_is_made_and_taken_apart_in_one_place() -> None:
    by_hand = re.compile(r"\$\{prefix\}|prefix\.(?:split|replace|length)|spread-guide:")
    where = {"javascripts/rules.js", "answers/keys.js", "answers/homes.js"}
    assert [name(path) for path in SCRIPTS if by_hand.search(code(path)) and "/".join(path.parts[-2:]) not in where] == []


def test_a_sentence_is_filled_and_a_day_is_read_and_printed_in_one_place() -> None:
    by_hand = re.compile(r"""replace\(["']\{|toLocaleDateString|Intl\.DateTimeFormat|Date\.parse""")
    where = {"javascripts/rules.js", "page/days.js"}
    assert [name(path) for path in SCRIPTS if by_hand.search(code(path)) and "/".join(path.parts[-2:]) not in where] == []
