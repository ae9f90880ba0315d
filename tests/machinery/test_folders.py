"""What stands in a folder, whatever people and programs put there."""

from pathlib import Path

from macros.folders import below, hidden, leads_back


def test_all_is_found_that_has_the_name_of_a_file_and_nothing_hidden(tmp_path: Path) -> None:
    for folder in ("more", "x.md", ".hidden", "plain"):
        (tmp_path / folder).mkdir()
    for file in ("b.md", "more/a.md", ".hidden/c.md", ".d.md", "._b.md"):
        (tmp_path / file).touch()
    (tmp_path / "none.md").symlink_to("nowhere")
    (tmp_path / "linked").symlink_to("more")
    (tmp_path / "loop").symlink_to(".")
    found = [path.relative_to(tmp_path).as_posix() for path in below(tmp_path)]
    assert found == ["b.md", "linked/a.md", "more/a.md", "none.md", "x.md"]


def test_a_name_with_a_dot_before_it_is_hidden() -> None:
    assert [name for name in ("._a.md", ".#a.md", ".DS_Store", "a.md") if not hidden(name)] == ["a.md"]


def test_a_link_to_a_folder_above_leads_back(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "up").symlink_to("../../a")
    (tmp_path / "a" / "aside").symlink_to("b")
    assert leads_back(tmp_path / "a" / "b" / "up")
    assert not leads_back(tmp_path / "a" / "aside")
    assert not leads_back(tmp_path / "a" / "b")
