"""GitHub's workflows: what they run a laptop runs too, with no more rights than they need, and with actions that cannot change."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
WORKFLOWS: dict[str, dict[str, Any]] = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
JOBS = [(file, name, job) for file, workflow in WORKFLOWS.items() for name, job in workflow["jobs"].items()]


def steps() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every step, with its place and its job."""
    for file, name, job in JOBS:
        for step in job.get("steps", []):
            yield f"{file}: {name}", job, step


def targets(job: dict[str, Any], step: dict[str, Any]) -> list[str]:
    """The make targets of a line; those of a matrix come from its list."""
    if step["run"] == 'make "$TARGET"' and step["env"]["TARGET"] == "${{ matrix.target }}":
        return [one["target"] for one in job["strategy"]["matrix"]["include"]]
    found = re.fullmatch(r"make ([a-z]+)", step["run"])
    return [found[1]] if found else [step["run"]]


def test_every_line_is_a_make_target_or_ci_run() -> None:
    run = {place: target for place, job, step in steps() if "run" in step for target in targets(job, step)}
    assert set(run.values()) - TARGETS == {".ci/run"}
    assert re.findall(r"^make (\w+)$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE) == ["lint", "test"]


def test_tests_links_and_a_deploy_are_there() -> None:
    run = {target for _, job, step in steps() if "run" in step for target in targets(job, step)}
    assert run >= {".ci/run", "links", "deployable", "release"}


def test_every_action_is_pinned_to_a_commit_beside_its_version() -> None:
    lines = [line.strip() for path in FILES for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    pinned = re.compile(r"(?:- )?uses: (?:actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./\.github/workflows/\w+\.yml # .*)")
    assert [line for line in lines if not pinned.fullmatch(line)] == []


def test_an_action_has_one_commit_everywhere() -> None:
    used = {tuple(step["uses"].split("@")) for _, _, step in steps() if "uses" in step}
    assert len(used) == len({name for name, _ in used})


@pytest.mark.parametrize("file", WORKFLOWS)
def test_rights_are_given_to_single_jobs_only(file: str) -> None:
    assert WORKFLOWS[file]["permissions"] == {}
    may = {name: job["permissions"] for name, job in WORKFLOWS[file]["jobs"].items()}
    writes = {name: {right for right, degree in rights.items() if degree != "read"} for name, rights in may.items()}
    assert {name: rights for name, rights in writes.items() if rights} == (
        {"deploy": {"pages", "id-token"}} if file == "deploy.yml" else {}
    )


def test_a_job_that_may_publish_runs_nothing_of_ours() -> None:
    [step] = WORKFLOWS["deploy.yml"]["jobs"]["deploy"]["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")


def test_no_token_stays_in_a_checkout() -> None:
    kept = [
        place for place, _, step in steps() if "checkout" in step.get("uses", "") and step["with"].get("persist-credentials") is not False
    ]
    assert kept == []


def test_nothing_is_published_before_the_checks_passed() -> None:
    jobs = WORKFLOWS["deploy.yml"]["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["build"]["needs"] == "check"
    assert jobs["check"]["uses"].startswith("./.github/workflows/check.yml")
    order = [target for step in jobs["build"]["steps"] if "run" in step for target in targets(jobs["build"], step)]
    assert order.index("deployable") < order.index("release")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"release: .asked pdf", "pdf: build"} <= set(re.findall(r"^\w+: [. \w]+\w", makefile, re.MULTILINE))


def test_the_build_sets_what_the_publisher_may_set() -> None:
    asked = set(re.findall(r"!ENV \[(\w+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    assert set(WORKFLOWS["deploy.yml"]["jobs"]["build"]["env"]) == asked - {"GUIDE_BUILD"}  # that one the Makefile knows


def test_the_oldest_python_that_we_promise_is_tested() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    [oldest] = re.findall(r'requires-python = ">=([\d.]+)"', settings)
    assert WORKFLOWS["check.yml"]["jobs"]["check"]["strategy"]["matrix"]["python"][0] == oldest


def test_dependabot_looks_after_actions_and_every_npm_lock() -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    found = {(one["package-ecosystem"], one["directory"]) for one in updates}
    locks = {f"/{lock.parent.relative_to(ROOT).as_posix()}" for lock in ROOT.glob("*/*/package-lock.json")}
    assert locks
    assert found >= {("github-actions", "/"), *(("npm", lock) for lock in locks)}
