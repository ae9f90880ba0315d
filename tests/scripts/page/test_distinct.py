"""Names of what stands side by side are never the same."""

from hypothesis import given
from hypothesis import strategies as st

from tests.scripts.node import Modules

NAMES = st.lists(st.sampled_from(["Falls", "Falls (1)", "Falls (2)", "", " (1)", "Night staff"]), max_size=8)


def test_only_those_that_are_the_same_have_a_number(modules: Modules) -> None:
    assert modules.call("page/distinct", "distinct", ["Falls", "Night staff", "Falls"]) == ["Falls (1)", "Night staff", "Falls (2)"]


@given(names=NAMES)
def test_no_two_are_the_same_and_each_starts_with_what_was_written(modules: Modules, names: list[str]) -> None:
    told = modules.call("page/distinct", "distinct", names)
    assert len(told) == len(names)
    assert all(one.startswith(name) for one, name in zip(told, names, strict=True))
    single = [name for name in names if names.count(name) == 1]
    assert [one for one, name in zip(told, names, strict=True) if name in single] == single
    assert len(set(told)) == len(told)
