"""`python -m tests.build FOLDER ...`: build each project strictly in one process, and say how it went, a line of JSON each."""

import json
import logging
import sys
from pathlib import Path

from click.testing import CliRunner
from mkdocs.__main__ import cli
from mkdocs_macros import context

from macros.settings import source_of

SETTINGS = """\
site_name: Small
theme: {name: null, custom_dir: theme}
extra: {publisher: {feedback: ""}, pages: PAGES}
plugins: [macros: {module_name: macros, on_undefined: strict, on_error_fail: false}]
markdown_extensions: [attr_list, tables]
hooks: [macros/engine_hooks.py]
validation: {omitted_files: warn, absolute_links: warn, unrecognized_links: warn, anchors: warn}
"""


def build(project: Path) -> tuple[int, str]:
    """Exit code and terminal of `mkdocs build --strict` with a theme that is nearly nothing, and so is fast."""
    pages = json.dumps(source_of(project).data["extra"]["pages"])  # its own
    (project / "macros").symlink_to(Path(__file__).parents[1] / "macros")
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text("{{ page.content }}", encoding="utf-8")
    (project / "small.yml").write_text(SETTINGS.replace("PAGES", pages), encoding="utf-8")
    result = CliRunner().invoke(cli, ["build", "--strict", "-f", str(project / "small.yml"), "-d", str(project / "site")])
    for handler in list(logging.getLogger("mkdocs").handlers):  # each call brings its own
        logging.getLogger("mkdocs").removeHandler(handler)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


if __name__ == "__main__":
    context.get_git_info = dict  # no page of ours asks for it, and each build would start git twelve times
    for folder in sys.argv[1:]:
        print(json.dumps(build(Path(folder))))
