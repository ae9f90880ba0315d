"""The site that all workers share is, at the address of each, the site that is built for this address."""

import os
import shutil
from pathlib import Path

import pytest

from publish.finish import finish

from .conftest import NOWHERE, Server, build, plain
from .releases import release
from .shared import made_once, moved

NAME = f"made by {os.getpid()}"  # each worker has its own


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file, by its path."""
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_site_that_was_moved_is_the_one_that_is_built_there(
    site: Server, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    there = shutil.copytree(plain(tmp_path_factory), tmp_path / "moved")
    moved(there, NOWHERE, site.url)
    build(tmp_path / "built", site.url, finished=False)
    for one in (there, tmp_path / "built"):
        (one / "sitemap.xml.gz").unlink()  # says when it was packed
    assert contents(there) == contents(tmp_path / "built")


def test_sites_and_releases_that_are_made_of_a_finished_one_are_finished(site: Server, host: Server) -> None:
    for server, mark in ((site, ""), (host, ""), (host, "NEXT")):
        if mark:
            release(server.folder, mark)
        before = contents(server.folder)
        finish(server.folder)
        assert contents(server.folder) == before, (server.url, mark)


def test_a_folder_is_made_once_and_again_where_that_failed(tmp_path_factory: pytest.TempPathFactory) -> None:
    asked: list[Path] = []

    def make(folder: Path) -> None:
        asked.append(folder)
        folder.mkdir()
        if len(asked) == 1:
            raise OSError

    with pytest.raises(OSError, match=r"^$"):
        made_once(tmp_path_factory, NAME, make)
    first = made_once(tmp_path_factory, NAME, make)
    assert made_once(tmp_path_factory, NAME, make) == first
    assert len(asked) == 2
    assert first.is_dir()
