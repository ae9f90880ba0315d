"""`python -m publish.carry FROM [SITE]`: carry the former releases' scripts, styles, fonts and pictures over into a new release.

A page that is open, or that a cache still gives out, belongs to an earlier release and may ask for its files at any time. They have
their content in their names, so they stand beside the new ones and never mix. A file stays for 30 days after the release that replaced
it. `assets/releases.json` says which files are this release's and since when others are former.

FROM is the site as it is published now: its address, or its folder; `none` the first time; where it is empty, the settings say the
address. Without SITE it is only asked whether somebody answers there, before minutes are spent on a release.
Long because each way in which a host can answer has its sentence.
"""

import json
import sys
import urllib.request
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from macros.settings import part, source_of

from .bundle import FaultError, report
from .naming import KEPT

DAYS = 30
NOTE = "assets/releases.json"
NONE = "none"  # said in place of an address: nothing is published yet
FIRST = f"if nothing is published yet, say so: make release FROM={NONE}"


def former(site: Path) -> set[str]:
    """The files of a site that earlier releases left."""
    note = site / NOTE
    return set(json.loads(note.read_text(encoding="utf-8"))["former"]) if note.is_file() else set()


def note(site: Path, since: dict[str, str] | None = None) -> None:
    """Write down which files that may be kept for ever are this release's, and since which day the others are former ones."""
    since = (
        since if since is not None else json.loads((site / NOTE).read_text(encoding="utf-8"))["former"] if (site / NOTE).is_file() else {}
    )
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    own = [path for path in paths if KEPT.search(path) and path not in since]
    (site / NOTE).write_text(json.dumps({"now": own, "former": since}, indent=1), encoding="utf-8", newline="\n")


def carry(site: Path, source: str, today: date) -> list[str]:
    """Carry over what is at most DAYS old; the paths of these files. Raises FaultError where the published site breaks off midway."""
    said = published(source)
    if said is None:
        return []
    since = dict.fromkeys(said["now"], today.isoformat()) | said["former"]
    oldest = (today - timedelta(days=DAYS)).isoformat()
    wanted = {
        path: day for path, day in since.items() if day >= oldest and KEPT.search(path) and ".." not in path and path.startswith("assets/")
    }
    kept = {}
    for path, day in wanted.items():
        if (site / path).is_file() and path not in former(site):
            continue  # this release has it too
        content = _read(source, path)
        if content is None:
            raise FaultError(f"{source}: {path} stands in {NOTE} and is not there; publish again what was published before")
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
        kept[path] = day
    note(site, kept)
    return sorted(kept)


def published(source: str) -> dict[str, Any] | None:
    """What the site that is published says of its files; None where no release is there. Raises FaultError where that is not known."""
    if source == NONE:
        return None
    if not _online(source) and not Path(source).is_dir():
        raise FaultError(f"{source}: there is no such folder; name the one of the release before, or the address where it is published")
    known = _read(source, NOTE)
    if known is None:
        return None
    try:
        said = json.loads(known)
        return {"now": list(said["now"]), "former": dict(said["former"])}
    except (ValueError, KeyError, TypeError) as error:
        raise FaultError(
            f"{source}: {NOTE} there is not what a release writes; look whether this is the guide's address; {FIRST}"
        ) from error


def replaced(source: str, project: Path) -> str:
    """Which site a release replaces: what was named, or the address in the settings. Raises FaultError where nobody says."""
    found = source or str(part(source_of(project), "extra", "publisher").get("site_url") or "")
    if not found:
        raise FaultError(
            f"Which site does this release replace? make release FROM=https://example.org/guide/ (its address, or a folder); {FIRST}"
        )
    return found


def _online(source: str) -> bool:
    return source.startswith(("https://", "http://"))


def _read(source: str, path: str) -> bytes | None:
    """A file of the published site; None where it has no such file. Raises FaultError where nobody answers."""
    if not _online(source):
        file = Path(source) / path
        return file.read_bytes() if file.is_file() else None
    try:
        with urllib.request.urlopen(f"{source.rstrip('/')}/{path}", timeout=60) as answer:  # noqa: S310 an address that was looked at
            if answer.headers.get_content_type() == "text/html" and path != NOTE:
                return None  # some hosts give out a page for whatever is not there
            return bytes(answer.read())
    except (OSError, HTTPException, ValueError) as error:  # nobody is there, the line breaks, it is no address
        if isinstance(error, HTTPError):
            error.close()  # it holds the line that the answer came on
            if error.code in {404, 410}:
                return None
        why = getattr(error, "reason", "") or error
        raise FaultError(f"{source}: {path} could not be read ({why}); try again; {FIRST}") from error


def main(arguments: list[str], project: Path = Path()) -> int:
    """Carry over, and say how much that was; without a site ask only whether that will be possible."""
    named, *sites = arguments

    def act() -> str:
        source = replaced(named, project)
        if published(source) is None:
            return f"{source}: no earlier release is there, so none is carried over; the first time that is as it should be"
        if not sites:
            return f"{source}: its files will be carried over"
        carried = carry(Path(sites[0]), source, datetime.now(UTC).date())
        return f"{sites[0]}: {len(carried)} files of earlier releases stay for up to {DAYS} days"

    return report(act)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
