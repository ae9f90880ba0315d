"""What macros cost a build (part of `make bench`): our site, and the same with 500 pages, against the same HTML written out.

MkDocs reads this file as a hook too: it keeps what macros made, of each page and for the theme, and gives it to the build without
the plugin, which so neither reads the data nor checks a page. A third build has macros that do nothing: that share is not ours.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]

MORE = 500
ROUNDS = 5
# A page as authors write them: each calls macros that hold no id, which may stand on every page.
PAGE = """---
title: Page {number}
description: This is page {number} of the many that show what a large guide costs to build.
reviewed: 2026-11-22
review_by: 2027-11-22
---

# Page {number}

Words such as {{{{ term("emergence") }}}} and {{{{ term("weak-tie") }}}} are explained, and {{{{ count("questions") }}}} questions wait.

{text}
"""
TEXT = "\n\n".join("A paragraph about what a group may do, with a [link](../glossary.md) and a list.\n\n- One\n- Two" for _ in range(12))


PLAIN = "plugins: [search]"
EMPTY = "plugins: [search, {macros: {module_name: no_macros}}]"


def on_config(config: Any) -> None:
    """Give the theme what macros made for every page."""
    if folder := os.environ.get("KEPT") or os.environ.get("THEME"):
        config.extra["guide"] = json.loads(Path(folder, "guide.json").read_text(encoding="utf-8"))


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Keep what macros made of a page, or give it to the engine; hooks come after plugins."""
    if keep := os.environ.get("KEEP"):
        file = Path(keep, page.file.src_path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown, encoding="utf-8")
        file.with_suffix(".json").write_text(json.dumps(dict(page.meta)), encoding="utf-8")
        Path(keep, "guide.json").write_text(json.dumps(config.extra["guide"]), encoding="utf-8")
    elif theme := os.environ.get("THEME"):
        page.meta = json.loads(Path(theme, page.file.src_path).with_suffix(".json").read_text(encoding="utf-8"))
    elif kept := os.environ.get("KEPT"):
        file = Path(kept, page.file.src_path)
        page.meta = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        return file.read_text(encoding="utf-8")
    return markdown


def project(folder: Path, pages: int, instead: str = "", hooks: tuple[str, ...] = ("macros/engine_hooks.py",)) -> Path:
    """A copy of the project with so many more pages; `instead`: lines of the settings in place of the project's own."""
    folder.mkdir()
    for name in ("macros", "overrides", "data"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder / "base.yml")
    called = f"hooks: [{', '.join([*hooks, str(Path(__file__).resolve())])}]"
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: base.yml\n{called}\n{instead}\nvalidation: {{nav: {{omitted_files: ignore}}}}\n", encoding="utf-8"
    )
    (folder / "docs" / "more").mkdir()
    for number in range(pages):
        (folder / "docs" / "more" / f"{number}.md").write_text(PAGE.format(number=number, text=TEXT), encoding="utf-8")
    return folder


def empty(folder: Path, pages: int) -> Path:
    """The project with macros of the same names that do nothing: what the plugin takes to read pages with calls, and to make the calls."""
    from macros.define import NAMES  # only here: what the engine reads this file for would pay for it too

    project(folder, pages, EMPTY)
    body = f"for name in {sorted({*NAMES[0], *NAMES[1]})}:\n        env.macro(lambda *_, **__: 'some words', name)"
    (folder / "no_macros.py").write_text(f"def define_env(env):\n    {body}\n", encoding="utf-8")
    return folder


def seconds(folder: Path, **given: Path | str) -> float:
    """How much work one build is, in seconds of a processor: a busy machine changes them little. `given`: KEEP, KEPT or THEME, a folder;
    other settings of its surroundings."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), **{name: str(path) for name, path in given.items()}}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else macros alone, which nobody installed, are compiled in each build
    start = os.times()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder / "site")]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    end = os.times()
    return end.children_user + end.children_system - start.children_user - start.children_system


def main() -> None:
    """Build each in turn, and print the median of the ratios of a round: a machine that gets slower meanwhile does so for both."""
    with tempfile.TemporaryDirectory() as name:
        for pages in (0, MORE):
            ours = project(Path(name) / f"ours-{pages}", pages)
            plain = project(Path(name) / f"plain-{pages}", pages, PLAIN)
            kept = Path(name) / f"kept-{pages}"
            start = time.monotonic()
            seconds(ours, KEEP=kept)
            plugin = empty(Path(name) / f"empty-{pages}", pages)
            rounds = [(seconds(ours), seconds(plain, KEPT=kept), seconds(plugin, THEME=kept)) for _ in range(ROUNDS)]
            first, second, _ = (median(times) for times in zip(*rounds, strict=True))
            ours_to_plain, plugin_to_plain = median(one[0] / one[1] for one in rounds), median(one[2] / one[1] for one in rounds)
            what = f"our site and {pages} pages" if pages else "our site"
            print(
                f"{what}: {first:.1f} s of a processor, as HTML written out {second:.1f} s, ratio {ours_to_plain:.2f} (aim: at most 1.15)"
            )
            print(f"  with macros that do nothing: ratio {plugin_to_plain:.2f}")
            print(f"  measured in {time.monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
