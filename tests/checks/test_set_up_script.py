"""checks/set_up.sh prepares any machine, or says in a sentence why not: tried with a Python of our own making."""

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = ("sh", "find", "touch", "mkdir", "tail", "basename", "cat", "rm", "cp", "chmod")
# Answers what the script asks of Python; what it would do is set from outside.
STUB = """#!/bin/sh
case "$*" in
  *"print("*) echo "${VERSION-3.12}" ;;
  *"< (3, 11))"*) [ "${VERSION-3.12}" != 3.9 ] ;;
  *"ensurepip, venv"*) [ -z "${NO_VENV-}" ] ;;
  *"-m venv"*) rm -rf .venv/*; mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo made >> made ;;
  *"-m pip"*) echo "$*" >> installed; echo "${PIP_SAYS-}"; exit "${PIP_CODE-0}" ;;
esac
"""
SITE, DEV = "Preparing: what is needed goes into the folder .venv. This happens once and takes ", "one to three minutes more."


class Machine:
    """A project's folder, and programs that a machine has."""

    def __init__(self, folder: Path, pythons: tuple[str, ...]) -> None:
        self.project, self.programs = folder / "a guide", folder / "bin"
        for place in (self.project / "checks", self.programs):
            place.mkdir(parents=True)
        shutil.copy(ROOT / "checks" / "set_up.sh", self.project / "checks")
        for lock in ("requirements.lock", "requirements-dev.lock"):
            (self.project / lock).write_text("x\n", encoding="utf-8")
        for tool in TOOLS:  # no links to the machine's own: what a test writes here must never reach them
            self.program(tool, f'#!/bin/sh\nexec {shutil.which(tool)} "$@"\n')
        for name in pythons:
            self.program(name, STUB)

    def program(self, name: str, text: str) -> None:
        """Put a program on this machine."""
        file = self.programs / name
        assert not file.is_symlink()
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)

    def run(self, kind: str = "site", **settings: str) -> tuple[int, list[str]]:
        """Exit code and lines of the script."""
        command = ["sh", "checks/set_up.sh", kind]
        given = {"PATH": str(self.programs), **settings}
        done = subprocess.run(command, cwd=self.project, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        return done.returncode, done.stdout.splitlines()

    def noted(self, name: str) -> int:
        """How often an environment was made, or packages were installed."""
        file = self.project / name
        return len(file.read_text(encoding="utf-8").splitlines()) if file.exists() else 0


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """One with a Python."""
    return Machine(tmp_path, ("python3",))


def test_the_first_run_says_that_it_prepares_and_how_long_and_the_next_is_silent(machine: Machine) -> None:
    assert machine.run() == (0, [SITE + "about a minute."])
    assert machine.run() == (0, [])
    assert machine.run("dev") == (0, [SITE + DEV])
    assert machine.run("dev") == (0, [])
    assert (machine.noted("made"), machine.noted("installed")) == (1, 2)


def test_another_lock_is_installed_into_the_same_environment(machine: Machine) -> None:
    machine.run("dev")
    stamp = (machine.project / ".venv" / "site").stat().st_mtime
    os.utime(machine.project / "requirements.lock", (stamp + 9, stamp + 9))
    assert machine.run("dev")[0] == 0
    assert (machine.noted("made"), machine.noted("installed")) == (1, 4)


BROKEN: dict[str, Callable[[Path], object]] = {
    "a Python that is gone": lambda venv: (venv / "bin" / "python").write_text("#!/nowhere/python3\n", encoding="utf-8"),
    "a Python without packages": lambda venv: (venv / "bin" / "python").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8"),
    "one of another system": lambda venv: (venv / "bin").rename(venv / "Scripts"),
    "one that was not finished": lambda venv: shutil.rmtree(venv / "bin"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_an_environment_that_no_longer_works_is_made_again(machine: Machine, kind: str) -> None:
    machine.run("dev")
    BROKEN[kind](machine.project / ".venv")
    code, lines = machine.run("dev")
    assert (code, len(lines)) == (0, 2), lines
    assert machine.run("dev") == (0, [])
    assert (machine.noted("made"), machine.noted("installed")) == (2, 4)


def test_a_folder_that_moved_still_works(machine: Machine) -> None:
    machine.run("dev")
    machine.project = machine.project.rename(machine.project.with_name("elsewhere"))
    assert machine.run("dev") == (0, [])


def test_an_install_that_failed_is_tried_again(machine: Machine) -> None:
    assert machine.run(PIP_CODE="1", PIP_SAYS="x")[0] == 1
    assert machine.run()[0] == 0


@pytest.mark.parametrize("pythons", [("python3.13",), ("python3.11",), ("python",)])
def test_a_python_of_another_name_is_found(tmp_path: Path, pythons: tuple[str, ...]) -> None:
    assert Machine(tmp_path, pythons).run()[0] == 0


def test_an_old_python_gives_way_to_a_newer_one(tmp_path: Path) -> None:
    machine = Machine(tmp_path, ("python3.12",))
    machine.program("python3", "#!/bin/sh\nexit 1\n")  # as old ones answer, and so do those that a version manager does not have
    assert machine.run()[0] == 0


# What is set, and what is said: one line, and nothing was made.
REFUSED = {
    "no Python": ({"PYTHON": "python3.99"}, "There is no Python called 'python3.99' here. "),
    "named and too old": ({"PYTHON": "python3", "VERSION": "3.9"}, "'python3' is Python 3.9, and this project needs 3.11 or newer. "),
    "too old": ({"VERSION": "3.9"}, "There is no Python 3.11 or newer here. Install one "),
    "no venv": (
        {"NO_VENV": "1"},
        "This Python cannot make an environment. On Debian, Ubuntu and WSL, write: sudo apt install python3-venv.",
    ),
    "offline": (
        {"PIP_CODE": "1", "PIP_SAYS": "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution"},
        "The packages could not be fetched. Is this machine online? ",
    ),
    "a proxy": ({"PIP_CODE": "1", "PIP_SAYS": "ProxyError('Cannot connect to proxy.')"}, "The packages could not be fetched. "),
    "a certificate": ({"PIP_CODE": "1", "PIP_SAYS": "[SSL: CERTIFICATE_VERIFY_FAILED]"}, "The package index shows a certificate "),
    "full": ({"PIP_CODE": "1", "PIP_SAYS": "OSError: [Errno 28] No space left on device"}, "The disk is full. "),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_does_not_work_is_one_sentence_with_what_to_do(machine: Machine, kind: str) -> None:
    settings, sentence = REFUSED[kind]
    code, lines = machine.run(**settings)
    assert code == 1
    assert lines[0] == SITE + "about a minute."
    assert lines[1].startswith(sentence), lines
    assert len(lines) == 2
    assert not (machine.project / ".venv" / "site").exists()


def test_anything_else_that_pip_says_is_shown(machine: Machine) -> None:
    code, lines = machine.run(PIP_CODE="1", PIP_SAYS="ERROR: no wheel for this machine")
    assert (code, lines[1:2]) == (1, ["ERROR: no wheel for this machine"])
    assert lines[2].startswith("pip could not install what requirements.lock names.")


def test_a_file_in_the_place_of_the_environment_is_named(machine: Machine) -> None:
    (machine.project / ".venv").write_text("", encoding="utf-8")
    code, lines = machine.run()
    assert (code, lines[1]) == (1, "There is a file called .venv here, where the installed packages go. Move it away and run make again.")


def test_a_folder_that_nothing_can_be_written_to_is_named(machine: Machine) -> None:
    machine.program("mkdir", "#!/bin/sh\nexit 1\n")  # what a folder says that is not ours; whoever is root may write everywhere
    code, lines = machine.run()
    assert code == 1
    assert lines[1].startswith(f"Nothing can be written to {machine.project}/.venv. Copy the project to a folder of your own")


def test_what_is_ready_works_where_nothing_can_be_written(machine: Machine) -> None:
    assert machine.run("dev")[0] == 0
    for tool in ("mkdir", "touch", "rm", "cp"):
        (machine.programs / tool).unlink()
    for path in (machine.project, machine.project / ".venv"):
        path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    found = machine.run("dev")
    for path in (machine.project, machine.project / ".venv"):
        path.chmod(0o755)
    assert found == (0, [])


MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_make_lists_every_target_with_what_it_is_for() -> None:
    done = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    listed = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    [phony] = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert sorted(name for name, _ in listed) == sorted(name for name in phony.split() if not name.startswith("."))
    assert all(words[0].islower() for _, words in listed)


def test_the_makefile_asks_for_no_newer_make_than_a_mac_has_and_for_no_gnu_tools() -> None:
    newer = re.compile(
        r"^\.(ONESHELL|RECIPEPREFIX|EXTRA_PREREQS)|!=|^undefine|\$\(file |\$\(let |:::?=|\bsed\b|\bexpand\b|grep -P|\brealpath\b"
    )
    assert [line for line in MAKEFILE.splitlines() if newer.search(line)] == []


def test_every_target_prepares_what_it_needs() -> None:
    rules = dict(re.findall(r"^([a-z]+):(.*?)(?: ##.*)?$", MAKEFILE, re.MULTILINE))
    prepared = {".ready-site", ".ready-dev", "build", "pdf", ".asked pdf"}
    assert {name for name, needs in rules.items() if needs.strip() not in prepared} == {"help", "clean"}
    assert "\n.asked: .ready-dev" in MAKEFILE
