"""The timer: it counts by the clock on the wall, so neither a reload nor a second window changes what is left."""

from hypothesis import given
from hypothesis import strategies as st

from tests.scripts.node import Modules

NOW = 1_795_900_000_000
MINUTE = 60_000


def test_a_time_runs_pauses_and_goes_on(modules: Modules) -> None:
    timer = modules.call("workbook/clock", "begun", 5, NOW)
    assert modules.call("workbook/clock", "leftOf", timer, NOW + MINUTE) == 4 * MINUTE
    paused = modules.call("workbook/clock", "turned", timer, NOW + MINUTE)
    assert modules.call("workbook/clock", "leftOf", paused, NOW + 9 * MINUTE) == 4 * MINUTE
    again = modules.call("workbook/clock", "turned", paused, NOW + 9 * MINUTE)
    assert modules.call("workbook/clock", "leftOf", again, NOW + 10 * MINUTE) == 3 * MINUTE


@given(late=st.integers(0, 90 * MINUTE))
def test_one_minute_more_is_one_minute_more_and_of_what_is_over_a_whole_one(modules: Modules, late: int) -> None:
    timer = modules.call("workbook/clock", "begun", 5, NOW)
    now = NOW + late
    before = max(0, modules.call("workbook/clock", "leftOf", timer, now))
    longer = modules.call("workbook/clock", "longer", timer, now)
    assert modules.call("workbook/clock", "leftOf", longer, now) == before + MINUTE
    paused = modules.call("workbook/clock", "longer", {"left": before}, now)
    assert paused == {"left": before + MINUTE}


def test_what_is_left_is_written_in_minutes_and_seconds(modules: Modules) -> None:
    shown = {left: modules.call("workbook/clock", "shown", left) for left in (0, 1, 1000, 59_999, 60_000, 725_000, -61_000)}
    assert list(shown.values()) == ["0:00", "0:01", "0:01", "1:00", "1:00", "12:05", "1:01"]
