"""`python -m publish.papers [SITE]`: what goes with a release, beside it: a sum of each file, and a bill of materials.

SITE.sha256 has the sums of the site and of what stands beside it; `sha256sum -c SITE.sha256` looks whether all of it arrived.
SITE.cdx.json says, in the words of CycloneDX 1.6, what others made that is in the site, and what it was built with. It is made from
the locks, and from what is really in the site: the theme's maps name each package whose code its scripts hold.
"""

import json
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from .bundle import TOOLS, FaultError, report

LOCKED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
GENERATOR = re.compile(r'<meta\b name="generator" content="([^"]+)"')
NAME = re.compile(r'<meta\b property="og:site_name" content="([^"]+)"')
BUILD = re.compile(r'<meta\b name="app-build" content="([^"]*)"')
PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
FONT: dict[str, object] = {
    "type": "data",
    "name": "TeX Gyre Pagella Bold, a subset under the name Guide Serif",
    "version": "2.501",
    "licenses": [{"license": {"name": "GUST Font License"}}],
}


def sums(site: Path) -> str:
    """The sum of each file of a site and of all that stands beside it under its name, as sha256sum reads them."""
    beside = [file for file in sorted(site.parent.glob(f"{site.name}.*")) if file.is_file() and file.suffix != ".sha256"]
    files = [*sorted(file for file in site.rglob("*") if file.is_file()), *beside]
    lines = [f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(site.parent).as_posix()}" for file in files]
    return "\n".join([*lines, ""])


def bill(site: Path, project: Path) -> dict[str, object]:
    """What is in a site, and what it was built with, for whoever has to know. Raises FaultError where the site says too little."""
    home = (site / "index.html").read_text(encoding="utf-8")
    title, build, made = (found.search(home) for found in (NAME, BUILD, GENERATOR))
    if not (title and build and made):
        raise FaultError(f"{site / 'index.html'}: it does not say its name, its build and what made it; build it with make build")
    theme = next(iter(re.findall(r"\b(mkdocs-material)-([\d.]+)", made[1])), None)
    inside = [_python(*theme)] if theme else []
    inside += [{"type": "library", "name": one, "purl": f"pkg:npm/{one.replace('@', '%40')}"} for one in sorted(set(_mapped(site)))]
    inside += [FONT] if any((site / "assets" / "fonts").glob("guide-serif*.woff2")) else []
    locked = LOCKED.findall((project / "requirements.lock").read_text(encoding="utf-8"))
    tools = [_python(*one) for one in locked if one != theme]
    packages = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    tools += [_npm(packages, name) for name in packages[""]["devDependencies"]]
    if any((site / "assets" / "javascripts").glob("word-*.js")):  # what writes Word documents, with all that it needs but types
        locked_inside = [path.removeprefix("node_modules/") for path, one in packages.items() if path and not one.get("dev")]
        inside += [_npm(packages, name) for name in locked_inside if "types" not in name]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": title[1], "version": build[1] or "unknown"}},
        "components": [{**one, "scope": "required"} for one in inside] + [{**one, "scope": "excluded"} for one in tools],
    }


def _mapped(site: Path) -> Iterator[str]:
    """The packages whose code the theme's scripts and styles hold, as their maps say."""
    for file in sorted((site / "assets").rglob("*.map")):
        for source in json.loads(file.read_text(encoding="utf-8"))["sources"]:
            found = PACKAGE.search(source)
            if found:
                yield found[1]


def _npm(packages: dict[str, dict[str, str]], name: str) -> dict[str, object]:
    """A package of npm as the lock has it."""
    one = packages[f"node_modules/{name}"]
    about = {"type": "library", "name": name, "version": one["version"], "purl": f"pkg:npm/{name}@{one['version']}"}
    return about | _licence(one["license"])


def _python(name: str, version: str) -> dict[str, object]:
    """A Python package, with the licence that it names where it is installed."""
    one: dict[str, object] = {"type": "library", "name": name, "version": version, "purl": f"pkg:pypi/{name}@{version}"}
    try:
        return one | _licence(_said(metadata(name).json.get("license_expression")))
    except PackageNotFoundError:  # the lock is for other systems too
        return one


def _said(value: object) -> str:
    return value if isinstance(value, str) else ""


def _licence(expression: str) -> dict[str, object]:
    return {"licenses": [{"expression": expression}]} if expression else {}


def write(site: Path, project: Path) -> list[Path]:
    """Write both beside a site; the sums last, because they hold for the bill too. Raises FaultError."""
    bom, lines = (site.with_name(f"{site.name}.{kind}") for kind in ("cdx.json", "sha256"))
    bom.write_text(f"{json.dumps(bill(site, project), ensure_ascii=False, indent=1)}\n", encoding="utf-8", newline="\n")
    lines.write_text(sums(site), encoding="utf-8", newline="\n")
    return [bom, lines]


def main(arguments: list[str], project: Path = Path()) -> int:
    """Write both for the site in the folder that is named, or in site/, and say where they are."""
    site = Path(arguments[0] if arguments else "site")

    def act() -> str:
        written = write(site, project)
        return f"{', '.join(map(str, written))}: what is in this release; `sha256sum -c {written[-1].name}` looks whether all of it arrived"

    return report(act)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
