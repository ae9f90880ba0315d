"""What a page of a built site names: its scripts, styles and pictures, and how it comes to name other files in their place."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SCRIPTS = "assets/javascripts"
STYLES = "assets/stylesheets"
IMAGES = "assets/images"
ENTRY = f"{SCRIPTS}/site.js"
APART = {"workbook", "handout", "together", "sort"}  # rooms whose styles only some pages load
NEEDS = {"overview", "handout"}  # the parts of those pages, as `data-module` names them
MAP = re.compile(r'[ \t]*<script\b type="importmap">(.*?)</script\b>\n?', re.DOTALL)
SHEET = re.compile(rf'[ \t]*<link\b[^>]* href="[^":]*?({STYLES}/[^"]+\.css)"[^>]*>\n?')
PRELOAD = re.compile(r'[ \t]*<link\b rel="modulepreload"[^>]* href="[^":]*?(assets/[^"]+)">\n?')
RULES = re.compile(rf'[ \t]*<script\b src="[^":]*?{SCRIPTS}/rules\.js"></script\b>\n?')  # published with restore.js
ADDRESS = re.compile(r'(?<=[ \n])((?:href|src)="[^":]*?)(assets/[^"#?]+)')
COLOURS = re.compile(rf'[ \t]*<link\b[^>]* href="[^":]*?{STYLES}/palette\.[^"]+\.css"[^>]*>\n?')  # the theme's: tokens.css sets them all
KEPT = re.compile(r"(?:-[0-9A-Z]{8}|\.[0-9a-f]{8}\.min)\.\w+$")  # a file with its content in its name: ours, and the theme's


@dataclass(frozen=True)
class Bundle:
    """Which files a site has now. All paths are as the site has them: "assets/javascripts/site.js"."""

    named: dict[str, str]  # the new path of each file, by its old one
    preload: dict[str, list[str]]  # what `data-module="x"` needs at once, by x; what every page needs, by "site"


def styles(page: str) -> dict[str, list[str]]:
    """The style sheets that a page names, in order, by the file in which they are published: one for every page, the theme's first, and
    one for those apart."""
    named = SHEET.findall(page)
    apart = [path for path in named if path.split("/")[2] in APART]
    return {name: group for name, group in (("site", [path for path in named if path not in apart]), ("workbook", apart)) if group}


def modules(page: str) -> list[str]:
    """The modules that a page's import map names."""
    found = MAP.search(page)
    return [f"assets/{path.partition('assets/')[2]}" for path in json.loads(found[1])["imports"].values()] if found else []


def pictures(pages: Iterable[str]) -> list[str]:
    """The pictures among our assets that pages show, each once."""
    return sorted({path for page in pages for _, path in ADDRESS.findall(page) if path.startswith(f"{IMAGES}/")})


def renamed(page: str, made: Bundle, sheets: Mapping[str, list[str]]) -> str:
    """The same page with the new files: few style sheets, no import map, and what its parts need asked for at once."""
    mounted = dict.fromkeys(["site", *re.findall(r'data-module="([\w-]+)"', page)])
    needed = dict.fromkeys(path for name in mounted for path in made.preload.get(name, ()))
    # The first of a group gives its place to the one that holds them all.
    unused = {path for name, group in sheets.items() for path in (group[1:] if name == "site" or NEEDS.intersection(mounted) else group)}
    page = RULES.sub("", MAP.sub("", page))
    page = SHEET.sub(lambda link: "" if link[1] in unused else link[0], page)
    page = PRELOAD.sub(lambda link: "".join(link[0].replace(link[1], path) for path in needed), page)
    return ADDRESS.sub(lambda found: found[1] + made.named.get(found[2], found[2]), page)
