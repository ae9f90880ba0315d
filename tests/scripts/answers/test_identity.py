"""Which workbook is which: one that left its browser keeps its identity, and everybody's first one gets one then."""

from typing import Any

import pytest

from tests.scripts.node import Modules

IDENTIFY = """async ([id, about]) => {
    const { identify } = await import("app/answers/identity");
    const written = [];
    const books = { about: () => about, edit: (...said) => { written.push(said); about = { ...about, ...said[1] }; }, freshId: () => "fresh" };
    return [identify(books, id), identify(books, id), written];
}"""


@pytest.mark.parametrize(
    ("book", "about", "identity"),
    [
        ("w1", {"edits": {}}, "w1"),
        ("w1", None, "w1"),
        ("first", {"edits": {}}, ""),
        ("first", None, ""),
        ("w1", {"origin": "w0", "edits": {}}, "w0"),
        ("first", {"origin": "w0", "edits": {}}, "w0"),
    ],
)
def test_a_workbook_is_known_by_where_it_was_known_first(modules: Modules, book: str, about: dict[str, Any] | None, identity: str) -> None:
    assert modules.call("answers/identity", "identityOf", book, about) == identity
    gets = identity or "fresh"
    written = [] if identity else [["first", {"origin": "fresh"}]]
    assert modules.evaluate(IDENTIFY, [book, about]) == [gets, gets, written]
