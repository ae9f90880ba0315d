"""The rules of the house, as loops: a new file needs no new test."""

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PYTHON = sorted([*(ROOT / "macros").glob("*.py"), *(ROOT / "publish").glob("*.py")])
TESTS = sorted(path for path in ROOT.joinpath("tests").rglob("*.py") if "node_modules" not in path.parts)
TEMPLATES = sorted([*(ROOT / "macros" / "templates").glob("*.html"), *ROOT.joinpath("overrides").rglob("*.html")])
SCRIPTS = sorted((ROOT / "overrides" / "assets" / "javascripts").glob("*.js"))
STYLES = sorted((ROOT / "overrides" / "assets" / "stylesheets").glob("*.css"))

# What may import what. Each arrow runs one way; nothing imports tests.
MAY_NOT = {"macros": {"mkdocs", "mkdocs_macros", "properdocs", "zensical", "publish", "tests"}, "publish": {"mkdocs", "material", "tests"}}
# About as long as a file gets. A longer one says why, in a line of its first ten that starts with "Long because".
LIMITS = [(PYTHON, 120), (TESTS, 200), (TEMPLATES, 60), (SCRIPTS, 120), (STYLES, 100)]
# Modules without a test file of their own name: the package itself, and shapes, which test_loader and test_words read.
ELSEWHERE = {
    "__init__": "glue",
    "guide": "loader",
    "keeping_words": "words",
    "library": "loader",
    "minutes_words": "words",
    "models": "loader",
    "page_words": "words",
    "paper_words": "words",
    "said": "words",
    "workbook_words": "words",
}


def name(path: Path) -> str:
    """A path as a test's id."""
    return path.relative_to(ROOT).as_posix()


def code(path: Path) -> str:
    """A script or style sheet without its comments."""
    return re.sub(r"/\*.*?\*/|(?<!:)//.*?$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_imports_run_one_way(path: Path) -> None:
    assert not imported(path) & MAY_NOT[path.parent.name]


@pytest.mark.parametrize(("path", "limit"), [(path, limit) for paths, limit in LIMITS for path in paths], ids=str)
def test_a_file_is_short_or_says_why_it_is_not(path: Path, limit: int) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= limit * 1.1 or any("Long because" in line for line in lines[:10]), f"{name(path)} has {len(lines)} lines"


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_python_holds_no_html(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    described = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docstrings = {ast.get_docstring(node, clean=False) for node in described}
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert [text for text in strings - docstrings if re.search(r"</?[a-z][a-z0-9]*[\s>]", text)] == []


@pytest.mark.parametrize("path", [path for path in PYTHON if path.parent.name == "macros"], ids=name)
def test_a_module_has_a_test_file_of_its_name(path: Path) -> None:
    stem = "words" if path.stem.endswith("_words") else ELSEWHERE.get(path.stem, path.stem)
    assert (ROOT / "tests" / f"test_{stem}.py").exists()


@pytest.mark.parametrize("path", [*PYTHON, *TESTS, *TEMPLATES, *SCRIPTS, *STYLES], ids=name)
def test_a_file_is_named_after_what_it_is_about(path: Path) -> None:
    assert not re.search(r"util|helper|misc|common|base", path.stem)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_prints_words_and_has_none(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(script|style).*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"[^\W\d_]{2,}[^<>]*", re.sub(r"<[^>]*>", "<>", text)) == []
    assert re.findall(r'(?:aria-label|title|alt|placeholder)="[^"]*[A-Za-z][^"]*"', text) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_a_script_takes_its_words_from_the_page(path: Path) -> None:
    strings = [found[2] for found in re.finditer(r"""(["'`])((?:\\.|(?!\1).)*)\1""", code(path))]
    said = [re.sub(r"\$\{.*?\}|[\w.]*\{[^}]*:[^}]*\}", "", text) for text in strings]  # without code and style rules
    assert [text for text in said if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", text)] == []


def import_map() -> set[str]:
    """The names that overrides/main.html gives to modules."""
    found = re.search(r"for name in (\[.*?\])", (ROOT / "overrides" / "main.html").read_text(encoding="utf-8"))
    assert found
    return {f"app/{one}" for one in ast.literal_eval(found[1])}


def test_the_import_map_names_every_module() -> None:
    entries = {"app/restore", "app/site"}  # the classic script, and the entry that nothing imports
    assert {f"app/{path.stem}" for path in SCRIPTS} - entries == import_map()


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_a_script_imports_bare_names_that_the_map_knows(path: Path) -> None:
    froms = re.findall(r"^(?:import|export)\b.*?from \"([^\"]+)\"|\bimport\(\"([^\"]+)\"\)", code(path), re.MULTILINE)
    assert {one or other for one, other in froms} <= import_map()


PURE = [
    "actions",
    "calendar",
    "csv",
    "digest",
    "filename",
    "intake",
    "mend",
    "merge",
    "minutes",
    "plan",
    "standalone",
    "storage",
    "versions",
    "words",
]


@pytest.mark.parametrize("stem", [*PURE, "workbook"])
def test_what_answers_are_knows_nothing_of_the_page(stem: str) -> None:
    assert not re.search(r"\b(document|window|localStorage|querySelector)\b", code(SCRIPTS[0].parent / f"{stem}.js"))


def test_no_script_empties_the_storage_of_a_whole_host() -> None:
    assert [
        name(path)
        for path in SCRIPTS
        if re.search(r"(localStorage|sessionStorage|storage|area\(\))\.clear\(", path.read_text(encoding="utf-8"))
    ] == []


def test_every_style_sheet_is_delivered() -> None:
    listed = re.findall(r"assets/stylesheets/([\w-]+)\.css", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.stem for path in STYLES)


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_our_classes_have_our_prefix(path: Path) -> None:
    rules = re.sub(r"url\(.*?\)|\"[^\"]*\"", "", code(path))
    classes = set(re.findall(r"\.(-?[_a-zA-Z][\w-]*)", rules))
    assert {one for one in classes if not one.startswith(("app-", "md-", "no-js", "js", "headerlink", "highlight", "admonition"))} == set()
    assert not re.search(r"(?<![-\w&])#[a-zA-Z][\w-]*\s*[{,:.\[>]", rules), "no ids in style sheets"


def test_a_component_has_one_stem_everywhere() -> None:
    site = (ROOT / "overrides" / "assets" / "javascripts" / "site.js").read_text(encoding="utf-8")
    mounted = re.search(r"openMount\(\{(.*?)\}\);", site, re.DOTALL)
    assert mounted
    stems = re.findall(r"^\s{2}(\w+)[:,]", mounted[1], re.MULTILINE)
    assert stems
    for stem in stems:
        assert (ROOT / "overrides" / "assets" / "javascripts" / f"{stem}.js").exists(), stem
        assert any(f'data-module="{stem}"' in path.read_text(encoding="utf-8") for path in TEMPLATES), stem
        assert (ROOT / "overrides" / "assets" / "stylesheets" / f"{stem}.css").exists(), stem


def test_no_file_names_a_place_that_only_one_machine_has() -> None:
    ours = [
        path
        for part in ("data", "docs", "macros", "overrides", "publish", "tests", ".github", ".ci")
        for path in ROOT.joinpath(part).rglob("*")
    ]
    texts = [
        path
        for path in [*ours, *ROOT.glob("*.md"), *ROOT.glob("*.toml"), *ROOT.glob("*.yml"), *ROOT.glob("*.lock"), ROOT / "Makefile"]
        if path.suffix in {".py", ".md", ".yml", ".toml", ".lock", ".js", ".css", ".html", ""} and "node_modules" not in path.parts
    ]
    local = re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w|^\s*--(?:extra-)?index-url|^\s*--find-links", re.MULTILINE)
    assert [name(path) for path in texts if path.is_file() and local.search(path.read_text(encoding="utf-8", errors="replace"))] == []
