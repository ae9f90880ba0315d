"""The only glue between the engine and this package: load, register, log every mistake."""

import importlib
import sys
from pathlib import Path
from typing import Any

_seen: dict[str, Any] = {}  # outlives the modules below: the engine keeps this package while it serves


def define_env(env: Any) -> None:
    """What mkdocs-macros calls before a build, and Zensical before each page."""
    if env.project_dir not in sys.path:
        sys.path.insert(0, env.project_dir)
    code = tuple(file.stat().st_mtime_ns for file in sorted(Path(__file__).parent.rglob("*.*")) if file.suffix != ".pyc")
    if _seen.get("code") != code:  # edited while serving: forget the old code and what it loaded
        for name in [name for name in sys.modules if name.startswith(__name__ + ".")]:
            del sys.modules[name]
            globals().pop(name.removeprefix(f"{__name__}."), None)  # `from . import x` looks here first
        _seen.clear()
        _seen["code"] = code
    importlib.import_module(".define", __name__).define(env, _seen)
