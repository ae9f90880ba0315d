"""Find an installed Chrome or Chromium, or install one: the browser that the tests drive.

They drive the one without windows where it is there: it shows the same pages for two fifths of the processor's time (12 pages:
10 against 24 seconds), because the other one opens a window with all its tools for every reader. What reads a person's settings,
and the drive of all engines, takes the one with windows.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

WINDOWLESS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
SORRY = (
    "No Chrome or Chromium was found, and none could be installed. Install one, for example with\n"
    "`sudo apt install chromium`, or name one: CHROMIUM=/path/to/chrome make test"
)


def find(*, windows: bool = False) -> str | None:
    """The path of a browser: the one that $CHROMIUM names, one on the PATH, or one that Playwright installed. `windows`: as people use it."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    names = (*NAMES, *WINDOWLESS) if windows else (*WINDOWLESS, *NAMES)
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or next((path for path in PLACES if Path(path).exists()), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Install the distribution's package where this account may, else let Playwright download its own."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if root else ["sudo", "-n"]
    if shutil.which("apt-get") and (root or (shutil.which("sudo") and _runs(["sudo", "-n", "true"]))):
        print("No browser found: installing the package chromium.")
        install = [*sudo, "apt-get", "install", "-y", "--no-install-recommends"]
        if _runs([*sudo, "apt-get", "update"]) and (_runs([*install, "chromium", *WINDOWLESS[:1]]) or _runs([*install, "chromium"])):
            return
    print("No browser found: letting Playwright download Chromium.")
    _runs([sys.executable, "-m", "playwright", "install", "chromium"])


def _runs(command: list[str]) -> bool:
    """Run a command; its output is shown only where it fails."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode and command[-1] != "true":
        print(done.stdout[-2000:], done.stderr[-2000:], sep="\n")
    return done.returncode == 0


def main() -> int:
    """Make sure that there is a browser; 1 and one sentence where that cannot be done."""
    if not find():
        install()
    path = find()
    print(f"Tests use the browser {path}" if path else SORRY)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
