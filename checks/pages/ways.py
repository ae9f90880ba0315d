"""What to write for a link that arrives nowhere: as it must stand in this very file, or nothing."""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

ADDRESS = re.compile(r"(?:(?<=/)|^)index\.html?$|\.html?$|/$")  # how the address of a page ends, and no file of ours
FEW = 3  # more names than these would bury the sentence


@dataclass(frozen=True)
class Ways:
    """The ways from one page, by its path below docs/; `places` are the ids on each page."""

    path: str
    places: Mapping[str, Collection[str]]

    def to(self, file: str, anchor: str = "") -> str:
        """How this page names another file; the place there only where it has one of that name."""
        end = f"#{anchor}" if anchor and anchor in self.places.get(file, ()) else ""
        return end if end and file == self.path else posixpath.relpath(file, posixpath.dirname(self.path) or ".") + end

    def arrives(self, written: str) -> str:
        """The path below docs/ to which a written one leads from here."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), written)) if written else self.path


def exact(written: str, here: str, known: Collection[str]) -> str:
    """The file that somebody named from elsewhere: from docs/, from the root, by its address, in capitals. '' where there is none."""
    folded = {name.casefold(): name for name in known}
    plain = written.replace("\\", "/")
    inside = ADDRESS.sub("", plain).strip("/")
    for folder in (posixpath.dirname(here), ""):
        for base in (plain.strip("/"), inside):
            way = posixpath.normpath(posixpath.join(folder, base or ".")).casefold()
            while way.startswith(("../", "docs/")):
                way = way.partition("/")[2]
            for end in ("", ".md", "/index.md"):
                if found := folded.get(posixpath.normpath(way + end)):
                    return found
    return ""


def nearest(written: str, known: Collection[str]) -> list[str]:
    """Files of the same name elsewhere; else those whose name is nearly the same."""
    name = _stem(ADDRESS.sub("", written.replace("\\", "/")))
    by_name: dict[str, list[str]] = {}
    for file in sorted(known):
        by_name.setdefault(_stem(file), []).append(file)
    if name in by_name and name != "index":
        return by_name[name]
    near = get_close_matches(name, by_name, n=1, cutoff=0.6)
    return by_name[near[0]] if near and near[0] != "index" else []


def meant(written: str, here: str, known: Collection[str]) -> list[str]:
    """The file that was surely meant, or those that may have been."""
    found = exact(written, here, known)
    return [found] if found else nearest(written, known)


def _stem(path: str) -> str:
    """A file's name without its folder and, for a page, its ending."""
    return posixpath.basename(path.rstrip("/")).casefold().removesuffix(".md")


def either(names: Collection[str]) -> str:
    """'a', or 'a' or 'b'; '' where there are none or too many."""
    return " or ".join(f"'{name}'" for name in names) if 0 < len(names) <= FEW else ""
