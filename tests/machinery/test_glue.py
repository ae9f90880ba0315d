"""macros/__init__.py: what the engine calls."""

import gc
import os
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import macros
from tests.machinery.test_define import Engine


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forgetting modules must not reach other tests."""
    before = {name: module for name, module in sys.modules.items() if name.startswith("macros.")}
    monkeypatch.setattr(macros, "_seen", {})
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield
    for name in [name for name in sys.modules if name.startswith("macros.")]:
        del sys.modules[name]
    sys.modules.update(before)
    for name, module in before.items():
        if name.count(".") == 1:
            setattr(macros, name.removeprefix("macros."), module)


def test_macros_are_registered_and_the_project_can_be_imported(project: Path) -> None:
    engine = Engine(project)
    macros.define_env(engine)
    macros.define_env(engine)
    assert "checklist" in engine.macros
    assert sys.path.count(str(project)) == 1
    assert sys.path[0] == str(project)


def test_what_is_read_is_left_alone_while_it_lasts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gc.unfreeze()
    macros.define_env(Engine(project))
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000
    monkeypatch.delattr("macros.define.reading")
    with pytest.raises(NameError):
        macros.define_env(Engine(project))
    assert gc.isenabled()
    gc.unfreeze()


def test_what_belongs_to_a_page_stands_in_its_meta(project: Path) -> None:
    engine = Engine(project)
    del engine.page  # this engine knows its page later
    macros.define_env(engine)
    engine.page = page(project, "principles/benefit.md")
    engine.markdown = ""
    macros.on_pre_page_macros(engine)
    assert engine.page.meta["title"] == "Benefit"
    assert engine.page.meta["guide"]["principle"]["slug"] == "benefit"


def page(project: Path, path: str, title: str = "Benefit") -> SimpleNamespace:
    """A page as MkDocs has it."""
    file = SimpleNamespace(src_uri=path, abs_src_path=str(project / "docs" / path))
    return SimpleNamespace(title=title, meta={"title": title}, file=file)


def test_calls_are_answered_before_the_engine_reads_the_page(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "---\ntitle: Benefit\n---\n\nWe {{ term('pull') }} it.\n\nWe {{ term('push') }}.\n"
    (project / "docs" / "principles" / "benefit.md").write_text(text, encoding="utf-8")
    engine = Engine(project)
    macros.define_env(engine)
    engine.page, engine.markdown = page(project, "principles/benefit.md"), text.split("---\n\n")[1]
    caplog.clear()
    macros.on_pre_page_macros(engine)
    assert engine.markdown.startswith("We [pull](../glossary.md#term-pull ")
    assert [record.getMessage().split(": ")[0] for record in caplog.records] == ["docs/principles/benefit.md:7"]
    assert engine.page.meta["render_macros"] is False  # the engine has nothing to do
    macros.on_post_page_macros(engine)
    assert "render_macros" not in engine.page.meta


@pytest.mark.parametrize(
    ("title", "text"), [("{{ count('terms') }}", "a"), ("Benefit", "{{ term('pull')|upper }}"), ("Benefit", "{# a #}")]
)
def test_what_needs_the_engine_is_left_to_it(project: Path, title: str, text: str) -> None:
    engine = Engine(project)
    macros.define_env(engine)
    engine.page, engine.markdown = page(project, "index.md", title), text
    macros.on_pre_page_macros(engine)
    macros.on_post_page_macros(engine)
    assert engine.markdown == text
    assert "render_macros" not in engine.page.meta


def test_a_fault_in_a_macro_is_met_and_named_by_the_engine(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(project)
    macros.define_env(engine)
    engine.page, engine.markdown = page(project, "index.md"), "{{ term('pull') }}"
    monkeypatch.setattr(type(engine.macros["term"]), "at", lambda *_: 1 // 0)
    macros.on_pre_page_macros(engine)
    assert engine.markdown == "{{ term('pull') }}"
    assert "render_macros" not in engine.page.meta


def test_an_engine_may_run_the_file_anew_for_each_page(project: Path) -> None:
    macros.define_env(Engine(project))
    first, kept = sys.modules["macros.define"], macros._seen["guide"]
    for path, slug in (("principles/benefit.md", "benefit"), ("principles/learning.md", "learning")):
        anew = runpy.run_path(str(macros.__file__), run_name="macros")
        engine = Engine(project)
        engine.page.path = path
        anew["define_env"](engine)
        assert engine.page.meta["guide"]["principle"]["slug"] == slug
        assert "checklist" in engine.macros
    assert sys.modules["macros.define"] is first
    assert macros._seen["guide"] is kept


def test_code_is_kept_while_it_does_not_change(project: Path) -> None:
    macros.define_env(Engine(project))
    first = sys.modules["macros.define"]
    macros.define_env(Engine(project))
    assert sys.modules["macros.define"] is first


def test_edited_code_is_loaded_again(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(macros, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "templates").mkdir()
    template = tmp_path / "templates" / "x.html"
    template.write_text("x", encoding="utf-8")
    (tmp_path / "old.pyc").write_text("x", encoding="utf-8")
    macros.define_env(Engine(project))
    first = sys.modules["macros.define"]
    part = sys.modules["macros.checklist"]
    assert "guide" in macros._seen
    os.utime(tmp_path / "old.pyc", ns=(0, 1))
    macros.define_env(Engine(project))
    assert sys.modules["macros.define"] is first  # compiled files come and go
    os.utime(template, ns=(0, 1))
    macros.define_env(Engine(project))
    assert sys.modules["macros.define"] is not first
    assert sys.modules["macros.checklist"] is not part
    assert first.checklist is part is not sys.modules["macros.define"].checklist
