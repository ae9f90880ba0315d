"""What terser made of a script is kept, and found again for the same script alone."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from publish.bundle import TOOLS
from publish.npm import NODE, installed

KEPT = TOOLS / "node_modules" / ".cache"


def minified(text: str) -> str:
    """What publish/node/terser.mjs gives for a script."""
    given = json.dumps(text)
    script = f"import {{ minified }} from './terser.mjs'; process.stdout.write(await minified({given}, {{ module: true }}));"
    return subprocess.run([NODE, "--input-type=module", "-e", script], cwd=TOOLS, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def script() -> Iterator[str]:
    """A script that nobody made smaller before; what is kept of it goes with the test."""
    assert installed(TOOLS)
    name = str(uuid4())
    yield f'/** One. */\nexport const one = "{name}" + 1;\n'
    for file in kept(name):
        file.unlink()


def kept(name: str) -> list[Path]:
    """What is kept of a script."""
    return [file for file in KEPT.glob("*.js") if name in file.read_text(encoding="utf-8")]


def test_the_same_script_is_made_smaller_once(script: str) -> None:
    name = script.split('"')[1]
    assert minified(script) == f'export const one="{name}1";'
    [file] = kept(name)
    file.write_text("export{};", encoding="utf-8")
    assert minified(script) == "export{};"
    assert minified(script.replace("+ 1", "+ 2")) == f'export const one="{name}2";'
