"""The guide's modules in one Node process: a call takes a fraction of a millisecond, where a page takes several."""

import json
import select
import subprocess
from pathlib import Path
from typing import Any

from publish.npm import NODE

PATIENCE = 120  # seconds for one answer, on a loaded machine


class Modules:
    """Runs functions of modules and small scripts; what they give arrives as JSON would have it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [NODE, str(Path(__file__).with_suffix(".mjs"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            bufsize=1,
        )

    def call(self, module: str, name: str, *given: Any) -> Any:
        """What a function of a module gives, as in `call("files/csv", "csv", minutes)`. Raises AssertionError where it throws."""
        return self._ask(module=module, name=name, given=given)

    def evaluate(self, source: str, given: Any = None) -> Any:
        """What an expression gives, or a function that is called with `given`. Raises AssertionError where it throws."""
        return self._ask(source=source, given=given)

    def _ask(self, **wish: Any) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps(wish)}\n")
        assert select.select([self._process.stdout], [], [], PATIENCE)[0], f"no answer in {PATIENCE} seconds"
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["value"]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()
