"""What an undo makes of an answer that others went on with."""

from tests.scripts.node import Modules


def test_an_undo_brings_back_what_was_removed_and_keeps_what_others_wrote_since(modules: Modules) -> None:
    found = modules.evaluate("""async () => {
        const { blank, change } = await import("app/answers/workbook");
        const { changeAction } = await import("app/answers/actions");
        const { revert } = await import("app/answers/revert");
        const by = { now: "", tab: "a" };
        const before = changeAction(change(blank(), { status: "discussed", note: "old" }, by), "x", { what: "ask" }, by);
        let now = changeAction(change(before, { status: undefined, note: "" }, by), "x", { gone: true }, by);
        now = changeAction(change(now, { note: "new" }, { now: "", tab: "b" }), "y", { what: "tell" }, { now: "", tab: "b" });
        return revert(now, before, by);
    }""")
    assert found["status"] == "discussed"
    assert found["note"] == "old\n\nnew"
    assert {action["id"]: action.get("gone", False) for action in found["actions"]} == {"x": False, "y": False}
