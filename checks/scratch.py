"""`make scratch`: the README's two commands in an empty folder, with nothing installed there and nothing in any cache."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATIENCE = 1200  # seconds for an environment to be made and the site to be built
OURS = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "GUIDE_BUILD")  # from the make that runs this


def environment(caches: Path) -> dict[str, str]:
    """This machine's settings, so that packages are found, with caches that are empty."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return kept | {"PIP_CACHE_DIR": str(caches / "pip"), "npm_config_cache": str(caches / "npm"), "UV_CACHE_DIR": str(caches / "uv")}


def copy(folder: Path, project: Path = ROOT) -> Path:
    """What a clone would hold if all that is here were committed, as a repository of its own."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=project, capture_output=True, text=True, check=True
    ).stdout
    for name in listed.split("\0"):
        if name and (project / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, folder / name)
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--no-verify", "--message", "All of it"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def serves(project: Path, settings: dict[str, str], command: tuple[str, ...] = ("make", "serve")) -> bool:
    """Whether the first command shows the site, from nothing."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen([*command, f"ADDRESS={address}"], cwd=project, env=settings, start_new_session=True)
    try:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://{address}/", timeout=PATIENCE) as answer:
                    return bool(answer.status == 200)
            except OSError:
                time.sleep(0.5)
        return False
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)  # make and the server that it started
        process.wait()


def main() -> int:
    """Run both commands and say how long each took; 1 where one fails."""
    if not shutil.which("git"):
        print("There is no git here, which says what a clone would hold. Install it and run make scratch again.")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        project = copy(Path(folder) / "guide")
        settings = environment(Path(folder) / "caches")
        steps: dict[str, Callable[[], bool]] = {
            "make serve": lambda: serves(project, settings),
            "make test": lambda: subprocess.run(["make", "test"], cwd=project, env=settings).returncode == 0,
        }
        for name, works in steps.items():
            start = time.monotonic()
            if not works():
                print(f"{name} does not work from nothing.")
                return 1
            print(f"{name} works from nothing. It took {time.monotonic() - start:.0f} seconds.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
