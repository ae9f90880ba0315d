"""Two sites to compare, on hosts that compress what is text: ours as it is published, and its words on plain Material.

Plain Material has what our macros made of each page, and none of our templates, styles, scripts and settings of the theme.
"""

import functools
import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench_build import project, seconds
from tests.browser.conftest import Quiet, Server, build

TEXT = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest"}
PLAIN = """
plugins: [search]
theme: {custom_dir: empty, logo: null, favicon: null, features: [], palette: []}
extra_css: []
"""


@functools.cache
def packed(file: Path) -> bytes:
    """What a host sends of a file of text."""
    return gzip.compress(file.read_bytes(), 6)


class Packing(Quiet):
    """Compresses what is text, as the settings for hosts ask for."""

    def do_GET(self) -> None:  # noqa: N802 the name that the library calls
        """Answer; text goes compressed."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.partition("?")[0].endswith("/") else file
        if file.suffix not in TEXT or not file.is_file():
            super().do_GET()
            return
        body = packed(file)
        self.send_response(200)
        for name, value in (("Content-Type", self.guess_type(file)), ("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def both(folder: Path) -> Iterator[dict[str, str]]:
    """The addresses of both sites, "ours" and "plain", while they are served; they are built below a folder."""
    servers = {name: Server(folder / name, Packing) for name in ("ours", "plain")}
    build(servers["ours"].folder, servers["ours"].url)
    _plain(folder, servers["plain"])
    yield {name: server.url for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()
        server.server_close()


def _plain(folder: Path, server: Server) -> None:
    """Build what macros made of each page, with Material as it comes."""
    given = {"SITE_URL": server.url}
    seconds(project(folder / "made", 0), KEEP=folder / "kept", **given)
    made = project(folder / "bare", 0, PLAIN, hooks=())
    (made / "empty").mkdir()
    seconds(made, KEPT=folder / "kept", **given)
    shutil.move(made / "site", server.folder)
