"""The only glue between the engine and this package: load, register, log every mistake."""

import gc
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_seen: dict[str, Any] = {}  # outlives the modules below: the engine keeps this package while it serves


def define_env(env: Any) -> None:
    """What mkdocs-macros calls before a build. Zensical runs this file anew before each page, so what is kept is the package's."""
    if env.project_dir not in sys.path:
        sys.path.insert(0, env.project_dir)
    package = vars(importlib.import_module(__name__))
    seen = package["_seen"]
    code = tuple(file.stat().st_mtime_ns for file in sorted(Path(__file__).parent.rglob("*.*")) if file.suffix != ".pyc" and file.is_file())
    if seen.get("code") != code:  # edited while serving: forget the old code and what it loaded
        for name in [name for name in sys.modules if name.startswith(__name__ + ".")]:
            del sys.modules[name]
            package.pop(name.removeprefix(f"{__name__}."), None)  # `from . import x` looks here first
        seen.clear()
        seen["code"] = code
    with _staying():
        importlib.import_module(".define", __name__).define(env, seen)
    if hasattr(env, "page"):  # this engine calls for each page
        env.page.meta["guide"] = seen["page data"](env.page.path)


@contextmanager
def _staying() -> Iterator[None]:
    """What is made here stays for the whole build: to look through it for what could go, again and again, is work for nothing."""
    gc.unfreeze()  # what stayed for the build before this one may go
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def on_pre_page_macros(env: Any) -> None:
    """What mkdocs-macros calls before each page: what belongs to the page alone stands in its `meta`."""
    env.page.meta["guide"] = _seen["page data"](env.page.file.src_uri)
    if _seen["fill"]():
        env.page.meta["render_macros"] = False


def on_post_page_macros(env: Any) -> None:
    """What it calls afterwards: what was said to it alone goes."""
    env.page.meta.pop("render_macros", None)
