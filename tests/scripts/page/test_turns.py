"""Long work lets the browser have its turn."""

import pytest

from tests.scripts.node import Modules

LONG_WORK = """
async (ms) => {
  const { openTurns } = await import("app/page/turns");
  const now = performance.now.bind(performance);
  let passed = 0;
  performance.now = () => passed;
  try {
    const turn = openTurns();
    const told = [];
    setTimeout(() => told.push("the browser"));
    for (const part of ["one", "two"]) {
      passed += ms;
      told.push(part);
      await turn();
    }
    return told;
  } finally {
    performance.now = now;
  }
}
"""


@pytest.mark.parametrize(("ms", "told"), [(4, ["one", "two"]), (30, ["one", "the browser", "two"])])
def test_only_work_that_takes_long_waits(modules: Modules, ms: int, told: list[str]) -> None:
    assert modules.evaluate(LONG_WORK, ms) == told
