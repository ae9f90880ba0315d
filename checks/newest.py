"""`make newest`: tries the newest release of what the site is built with, one at a time, and says in a table what broke.

Each is tried in an environment of its own under .cache/newest/, beside all else that is locked. Nothing is asserted:
who runs it wants to know what waits.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOM = ROOT / ".cache" / "newest"
# What is tried, and the module that then builds the site.
TRIED = {
    "mkdocs-material": "mkdocs",
    "properdocs": "properdocs",
    "mkdocs-macros-plugin": "mkdocs",
    "pymdown-extensions": "mkdocs",
    "zensical": "zensical",
}
TROUBLE = re.compile(r"^.*\b(?:WARNING|ERROR|CRITICAL|Error|error:|panicked)\b.*$", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """How one package did: its newest version, and what became of the site with it."""

    package: str
    version: str
    said: str


def run(*command: str | Path) -> tuple[int, str]:
    """Exit code of a command, and all that it said."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    return done.returncode, done.stdout + done.stderr


def ids(site: Path) -> dict[str, set[str]]:
    """The ids in the content of each page of a built folder, by its path."""
    found = {}
    for page in site.rglob("*.html"):
        content = re.search(r"<article.*</article>", page.read_text(encoding="utf-8"), re.DOTALL)
        found[page.relative_to(site).as_posix()] = set(re.findall(r'\sid="([^"]+)"', content[0])) if content else set()
    return found


def compared(before: dict[str, set[str]], after: dict[str, set[str]]) -> str:
    """What pages and ids a site has lost, in words."""
    pages = before.keys() - after.keys()
    gone = sum(len(before[page] - after[page]) for page in before.keys() & after.keys())
    lost = [f"{len(pages)} of {len(before)} pages missing"] if pages else []
    lost += [f"{gone} ids missing"] if gone else []
    return ", ".join(lost) or f"all {len(before)} pages with all their ids"


def environment(name: str) -> Path:
    """An environment with all that is locked; its Python."""
    python = ROOM / name / "bin" / "python"
    for command in (
        ("venv", "--quiet", "--clear", "--python", sys.executable, ROOM / name),
        ("pip", "install", "--quiet", "--python", python, "--no-deps", "--require-hashes", "-r", "requirements.lock"),
    ):
        code, said = run(sys.executable, "-m", "uv", *command)
        if code:
            raise SystemExit(f"No environment could be made for {name}:\n{said}")
    return python


def build(python: Path, module: str, name: str) -> tuple[Path, str]:
    """Build the site strictly; where it stands, and the first trouble that was told of, or nothing."""
    site = ROOM / f"{name}-site"
    options: list[str | Path] = ["-d", site]
    settings = ROOT / ".newest.yml"
    if module == "zensical":  # builds where its settings say, and knows no other option
        settings.write_text(f"INHERIT: mkdocs.yml\nsite_dir: {site.relative_to(ROOT)}\n", encoding="utf-8")
        options = ["-f", settings]
    try:
        code, said = run(python, "-m", module, "build", "--strict", *options)
    finally:
        settings.unlink(missing_ok=True)
    trouble = TROUBLE.search(said)
    line = (trouble[0] if trouble else said.strip().splitlines()[-1] if said.strip() else "no word why").strip()
    return site, line[:160] if code else ""


def tried(package: str, module: str, before: dict[str, set[str]]) -> Outcome:
    """Build the site with the newest release of one package."""
    python = environment(package)
    code, said = run(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", python, "--upgrade", package)
    if code:
        return Outcome(package, "-", f"not to be had: {said.strip().splitlines()[-1][:120] if said.strip() else 'no word why'}")
    version = run(python, "-c", f"from importlib.metadata import version; print(version({package!r}))")[1].strip()
    site, trouble = build(python, module, package)
    found = compared(before, ids(site))
    return Outcome(package, version, f"strict build fails: {trouble}; {found}" if trouble else found)


def main() -> None:
    """Try each and print the table."""
    ROOM.mkdir(parents=True, exist_ok=True)
    site, trouble = build(environment("locked"), "mkdocs", "locked")
    if trouble:
        raise SystemExit(f"The site does not build as it is locked: {trouble}")
    before = ids(site)
    print(f"{'package':22} {'newest':10} what became of the site")
    for package, module in TRIED.items():
        one = tried(package, module, before)
        print(f"{one.package:22} {one.version:10} {one.said}", flush=True)


if __name__ == "__main__":
    main()
