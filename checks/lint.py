"""`make lint`: all that `make check` does, and the linters of the machinery: Python, scripts, styles, HTML, workflows."""

import sys
import tempfile

from checks.check import BIN, ROOT, run, steps
from checks.settings import unreadable
from publish.npm import NODE, installed

LINTERS = ROOT / "checks" / "node"
SORRY = "Scripts, styles, HTML and GitHub's workflows were not linted: npm could not install what checks/node/package-lock.json names."

# With all of it set, every optional link is on the pages whose HTML is looked at.
PUBLISHER = {
    "SITE_URL": "https://example.org/guide/",
    "GUIDE_EDIT_URI": "https://example.org/edit/main/docs/{path}",
    "GUIDE_ISSUES": "https://example.org/issues/new",
    "GUIDE_FEEDBACK": "mailto:guide@example.org",
    "GUIDE_FEEDBACK_READ": "within two weeks",
    "GUIDE_LICENCE": "CC BY 4.0",
}


def python() -> dict[str, list[str]]:
    """The linters that come as Python packages."""
    return {
        "Python": [str(BIN / "ruff"), "check", "--quiet", "--output-format", "concise"],
        "How Python is laid out": [str(BIN / "ruff"), "format", "--check", "--quiet", "--output-format", "concise"],
        "Types in Python": [sys.executable, "-m", "mypy", "--no-error-summary"],
        "Workflows: safety": [str(BIN / "zizmor"), "--quiet", "--no-progress", "."],
    }


def node(site: str) -> dict[str, list[str]]:
    """The linters that come as npm packages; `site` is a built site."""
    programs, workflows = LINTERS / "node_modules" / ".bin", sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    styles = [NODE, str(programs / "stylelint"), "--config", str(LINTERS / "stylelint.config.mjs")]
    return {
        "Types in scripts": [NODE, str(programs / "tsc"), "--project", str(LINTERS), "--pretty", "false"],
        "Browsers that we promise": [NODE, str(LINTERS / "browsers.mjs"), "overrides/assets"],
        "Styles": [*styles, "--formatter", "unix", "overrides/**/*.css"],
        "HTML": [NODE, str(LINTERS / "pages.mjs"), site],
        "Workflows": [NODE, str(LINTERS / "workflows.mjs"), *(str(path.relative_to(ROOT)) for path in workflows)],
    }


def main() -> int:
    """Run all linters and print every mistake of each; 1 where one found something or could not run."""
    if slips := unreadable(ROOT):
        print(*slips, "Not ready yet: the settings; mend them first.", sep="\n")
        return 1
    ready = installed(LINTERS)
    with tempfile.TemporaryDirectory() as site:
        wrong = [*run(steps(site), unless_set=PUBLISHER), *run(python() | (node(site) if ready else {}))]
    if not ready:
        print(SORRY)
        wrong.append("npm")
    print(f"Not ready yet: {', '.join(wrong)}." if wrong else "All is well.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
