"""`make lint`: all that `make check` does, and the linters of the machinery: Python, scripts, styles, HTML, workflows."""

import os
import shutil
import subprocess
import sys
import tempfile

from checks.check import BIN, ROOT, run, steps

NODE = ROOT / "checks" / "node"
LOCK = NODE / "package-lock.json"
INSTALLED = NODE / "node_modules" / ".package-lock.json"  # npm's own note of what it installed
OLDEST = (20, 19)
SORRY = "Scripts, styles, HTML and GitHub's workflows were not linted: that needs npm and node {}.{} or newer.".format(*OLDEST)

# With all of it set, every optional link is on the pages whose HTML is looked at.
PUBLISHER = {
    "SITE_URL": "https://example.org/guide/",
    "GUIDE_EDIT_URI": "https://example.org/edit/main/docs/{path}",
    "GUIDE_ISSUES": "https://example.org/issues/new",
    "GUIDE_FEEDBACK": "mailto:guide@example.org",
    "GUIDE_LICENCE": "CC BY 4.0",
}


def python() -> dict[str, list[str]]:
    """The linters that every machine has."""
    return {
        "Python": [str(BIN / "ruff"), "check", "--quiet", "--output-format", "concise"],
        "How Python is laid out": [str(BIN / "ruff"), "format", "--check", "--quiet", "--output-format", "concise"],
        "Types in Python": [sys.executable, "-m", "mypy", "--no-error-summary"],
        "Workflows: safety": [str(BIN / "zizmor"), "--quiet", "--no-progress", "."],
    }


def node(site: str) -> dict[str, list[str]]:
    """The linters that need node; `site` is a built site."""
    bin_, workflows = NODE / "node_modules" / ".bin", sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    return {
        "Types in scripts": [str(bin_ / "tsc"), "--project", str(NODE), "--pretty", "false"],
        "Styles": [str(bin_ / "stylelint"), "--config", str(NODE / "stylelint.config.mjs"), "--formatter", "unix", "overrides/**/*.css"],
        "HTML": ["node", str(NODE / "pages.mjs"), site],
        "Workflows": ["node", str(NODE / "workflows.mjs"), *(str(path.relative_to(ROOT)) for path in workflows)],
    }


def has_node() -> bool:
    """Whether there is npm, and a node that is new enough."""
    if not (shutil.which("npm") and shutil.which("node")):
        return False
    said = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout  # "v20.19.0"
    return tuple(int(part) for part in said.strip().removeprefix("v").split(".")[:2]) >= OLDEST


def installed() -> bool:
    """Install the linters from their lock, once; False where npm could not."""
    if INSTALLED.exists() and INSTALLED.stat().st_mtime >= LOCK.stat().st_mtime:
        return True
    done = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=NODE)
    if not done.returncode:
        INSTALLED.touch()
    return not done.returncode


def main() -> int:
    """Run all linters and print every mistake of each; 1 where one found something, or where CI=true and some could not run."""
    ready = has_node() and installed()
    os.environ.update({name: value for name, value in PUBLISHER.items() if name not in os.environ})
    with tempfile.TemporaryDirectory() as site:
        wrong = [*run(steps(site)), *run(python() | (node(site) if ready else {}))]
    if not ready:
        print(SORRY)
        wrong += ["node"] if os.environ.get("CI") == "true" else []
    print(f"Not ready yet: {', '.join(wrong)}." if wrong else "All is well.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
