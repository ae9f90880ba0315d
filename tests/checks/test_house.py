"""The rules of the house, one test a rule: each names every file that breaks it, and a new file needs no new test.

Long because every rule of the house is read in one place.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.conftest import ROOT

ASSETS = ROOT / "overrides" / "assets"
CODE = sorted(
    path for folder in ("checks", "macros", "publish") for path in ROOT.joinpath(folder).rglob("*.py") if "node_modules" not in path.parts
)
TESTS = sorted(path for path in ROOT.joinpath("tests").rglob("*.py"))
TEMPLATES = sorted([*(ROOT / "macros" / "templates").glob("*.html"), *ROOT.joinpath("overrides").rglob("*.html")])
SCRIPTS = sorted((ASSETS / "javascripts").rglob("*.js"))
STYLES = sorted((ASSETS / "stylesheets").rglob("*.css"))

# What may import what. Each arrow runs one way; nothing imports tests.
ENGINES = {"mkdocs", "mkdocs_macros", "properdocs", "zensical", "material"}
MAY_NOT = {"macros": {*ENGINES, "publish", "checks", "tests"}, "publish": {*ENGINES, "checks", "tests"}, "checks": {*ENGINES, "tests"}}
# Which rooms a script may fetch from, besides its own. Only site.js, which stands in none, knows them all.
BELOW = {
    "page": set[str](),
    "answers": {"page"},
    "files": {"answers", "page"},
    "checklist": {"files", "answers", "page"},
    "together": {"files", "answers", "page"},
    "sort": {"files", "answers", "page"},
    "workbook": {"together", "sort", "checklist", "files", "answers", "page"},  # its large view holds the same editor
    "handout": {"files", "answers", "page"},
    "guide": {"answers", "page"},
}
# Code of others that is part of a script of ours, by the one script that uses it.
LIBRARIES = {"word.js": {"docx"}, "code.js": {"lean-qr"}}
# These know no page: they run in a browser and in Node alike, once rules.js has run. (`page/words` is told which element to read.)
PURE = [
    *(f"answers/{one}" for one in ("json", "keys", "merge", "parts", "states", "storage", "versions", "workbook")),
    "page/days",
    "page/words",
]
PURE += ["answers/identity", "answers/joined", "answers/today", "workbook/steps", "together/compare", "together/round", "together/sheet"]
PURE += ["answers/marks", "answers/sheets", "sort/range", "workbook/agenda", "workbook/clock"]
PURE += [
    f"files/{one}"
    for one in (
        "actions",
        "calendar",
        "code",
        "csv",
        "decisions",
        "digest",
        "filename",
        "import",
        "link",
        "mail",
        "marks",
        "minutes",
        "once",
        "outline",
        "preview",
        "salvage",
        "standalone",
        "sum",
    )
]
# About as long as a file gets. A longer one says why, in a line of its first ten that starts with "Long because".
LIMITS = [(CODE, 120), (TESTS, 200), (TEMPLATES, 60), (SCRIPTS, 120), (STYLES, 100)]
# Modules without a test file of their own name: the package itself, and shapes, which test_loader reads.
ELSEWHERE = {
    "__init__": "glue",
    "agendas": "agenda_relations",
    "guide": "loader",
    "library": "loader",
    "models": "loader",
}
LOCAL = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w|^\s*--(?:extra-)?index-url|^\s*--find-links", re.MULTILINE)
TEXTS = {".py", ".md", ".yml", ".toml", ".lock", ".js", ".mjs", ".ts", ".css", ".html", ".json", ""}


def name(path: Path) -> str:
    """A path below the project, to find a file again."""
    return path.relative_to(ROOT).as_posix()


def text_of(path: Path) -> str:
    """What stands in a file."""
    return path.read_text(encoding="utf-8")


def code(path: Path) -> str:
    """A script or style sheet without its comments."""
    return re.sub(r"/\*.*?\*/|(?<!:)//.*?$", "", text_of(path), flags=re.DOTALL | re.MULTILINE)


def modules() -> dict[str, Path]:
    """The scripts that stand in a room, by the name under which others import them."""
    return {
        path.relative_to(ASSETS / "javascripts").with_suffix("").as_posix(): path for path in SCRIPTS if path.parent.name != "javascripts"
    }


def fetched(path: Path) -> set[str]:
    """All that a script imports, at once or later."""
    froms = re.findall(r"^(?:import|export)\b.*?from \"([^\"]+)\"|\bimport\(\"([^\"]+)\"\)", code(path), re.MULTILINE)
    return {one or other for one, other in froms} - LIBRARIES.get(path.name, set())


def imported(path: Path) -> set[str]:
    """The top-level packages that a module of Python imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def strings(path: Path) -> Iterator[str]:
    """The strings of a module, without its docstrings."""
    tree = ast.parse(text_of(path))
    described = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docstrings = {ast.get_docstring(node, clean=False) for node in described}
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    yield from found - docstrings


def test_python_imports_run_one_way() -> None:
    wrong = {name(path): found for path in CODE if (found := imported(path) & MAY_NOT[path.relative_to(ROOT).parts[0]])}
    assert wrong == {"checks/settings.py": {"mkdocs"}}, "the engine alone knows which settings it can use"


def test_scripts_fetch_only_from_the_rooms_below_theirs() -> None:
    assert {one.split("/")[0] for one in modules()} == set(BELOW)
    wrong = []
    for one, path in modules().items():
        room = one.split("/")[0]
        wrong += [f"{one} -> {other}" for other in fetched(path) if other.split("/")[1] not in {room, *BELOW[room]}]
    assert wrong == []


def test_scripts_import_each_other_by_names_that_exist() -> None:
    known = {f"app/{one}" for one in modules()}
    assert {name(path): found for path in SCRIPTS if (found := fetched(path) - known)} == {}


def test_what_answers_are_knows_nothing_of_the_page() -> None:
    reaches = re.compile(r"\b(document|window|localStorage|querySelector)\b")
    assert [one for one in PURE if reaches.search(code(modules()[one]))] == []
    assert not reaches.search(code(ASSETS / "javascripts" / "rules.js"))


def test_what_was_pressed_is_looked_up_in_one_place() -> None:
    """A press lands on whatever stands inside a control. restore.js runs where no module is, and hears only boxes change."""
    reads = re.compile(r"\{[^}]*\btarget\b[^}]*\}\s*\)|\b(?:event|e)\.(?:target|srcElement)\b|\bcomposedPath\b")
    assert [name(path) for path in SCRIPTS if path.name not in {"press.js", "restore.js"} and reads.search(code(path))] == []


def test_a_file_is_short_or_says_why_it_is_not() -> None:
    for paths, limit in LIMITS:
        assert paths
        lengths = {path: text_of(path).splitlines() for path in paths}
        long = {name(path): len(lines) for path, lines in lengths.items() if len(lines) > limit * 1.1}
        assert {one: count for one, count in long.items() if "Long because" not in "\n".join(lengths[ROOT / one][:10])} == {}


def test_python_holds_no_html() -> None:
    ours = [path for path in CODE if path.parts[-2] in {"macros", "publish"}]
    assert {
        name(path): found for path in ours if (found := [one for one in strings(path) if re.search(r"</?[a-z][a-z0-9]*[\s>]", one)])
    } == {}


def test_a_module_has_a_test_file_of_its_name() -> None:
    stems = {ELSEWHERE.get(path.stem, path.stem) for path in (ROOT / "macros").glob("*.py")}
    assert sorted(stem for stem in stems if not list((ROOT / "tests").glob(f"*/test_{stem}.py"))) == []


def test_a_file_is_named_after_what_it_is_about() -> None:
    every = [*CODE, *TESTS, *TEMPLATES, *SCRIPTS, *STYLES]
    assert [name(path) for path in every if re.search(r"util|helper|misc|common|base", path.stem)] == []


def test_a_template_prints_words_and_has_none() -> None:
    for path in TEMPLATES:
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(script|style).*?</\1>", " ", text_of(path), flags=re.DOTALL)
        assert re.findall(r"[^\W\d_]{2,}[^<>]*", re.sub(r"<[^>]*>", "<>", text)) == [], name(path)
        assert re.findall(r'(?:aria-label|title|alt|placeholder)="[^"]*[A-Za-z][^"]*"', text) == [], name(path)


def test_a_template_calls_no_method() -> None:
    called = {
        name(path): found
        for path in TEMPLATES
        if (found := re.findall(r"\.\w+\(", " ".join(re.findall(r"\{[{%].*?[%}]\}", text_of(path)))))
    }
    assert called == {}, "templates of other engines know filters and no methods of Python"


def test_a_script_takes_its_words_from_the_page() -> None:
    for path in SCRIPTS:
        texts = [found[2] for found in re.finditer(r"""(["'`])((?:\\.|(?!\1).)*)\1""", code(path))]
        said = [re.sub(r"\$\{.*?\}|[\w.]*\{[^}]*:[^}]*\}", "", text) for text in texts]  # without code and style rules
        assert [text for text in said if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", text)] == [], name(path)


def test_no_script_empties_the_storage_of_a_whole_host() -> None:
    empties = re.compile(r"(localStorage|sessionStorage|storage|area\(\))\.clear\(")
    assert [name(path) for path in SCRIPTS if empties.search(text_of(path))] == []


def test_a_component_has_one_stem_everywhere() -> None:
    mounted = re.search(r"openMount\(\{(.*?)\}\);", text_of(ASSETS / "javascripts" / "site.js"), re.DOTALL)
    assert mounted
    stems = set(re.findall(r"^\s+(\w+)[:,]", mounted[1], re.MULTILINE))
    marked = set(re.findall(r'data-module="(\w+)"', "".join(map(text_of, TEMPLATES))))
    assert stems and stems == marked
    for paths in (SCRIPTS, STYLES):
        assert stems - {path.stem for path in paths} == set()


def texts() -> Iterable[Path]:
    """Every text file of ours."""
    folders = ("data", "docs", "macros", "overrides", "publish", "checks", "tests", ".github", ".ci", ".devcontainer")
    inside = [path for folder in folders for path in ROOT.joinpath(folder).rglob("*") if "node_modules" not in path.parts]
    return [
        path for path in [*inside, *ROOT.glob("*")] if path.is_file() and path.suffix in TEXTS and path.name not in {".git", ".coverage"}
    ]


def test_no_file_names_a_place_that_only_one_machine_has() -> None:
    assert [name(path) for path in texts() if LOCAL.search(path.read_text(encoding="utf-8", errors="replace"))] == []
