"""`python -m publish.hosts [SITE]`: write the settings of common hosts for a finished site.

Those that a host reads from the folder itself go into it: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache), `web.config`
(IIS), `.nojekyll` (GitHub Pages, where the folder is published from a branch). nginx reads its settings elsewhere: `SITE.nginx.conf`
stands beside the folder. All say the same: files with their content in their names may be kept for ever and pages are asked for again;
what is text is compressed; the headers below; 404.html for what is not there.

No Strict-Transport-Security: it holds for a whole host, and whoever runs the host has to decide on it.
"""

import re
import sys
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from publish.bundle import FaultError
from publish.folder import NOWHERE, address
from publish.naming import KEPT
from publish.policy import header

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ASK, KEEP = "no-cache", "public, max-age=31536000, immutable"
TEXT = ["application/json", "application/manifest+json", "application/xml", "image/svg+xml", "text/css", "text/xml", "text/plain"]
SCRIPT = ["text/javascript", "application/javascript"]  # hosts call it by either name
FILES = {
    "_headers": "headers.txt",
    ".htaccess": "htaccess.txt",
    "web.config": "web.config.xml",
    "nginx.conf": "nginx.conf.txt",
}  # from which template
BESIDE = "nginx.conf"
INSIDE = [*(name for name in FILES if name != BESIDE), ".nojekyll"]
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
TEMPLATES.filters["pattern"] = re.escape
MOST = 100  # Cloudflare Pages reads no more rules than this from `_headers`


def kept(site: Path, former: Collection[str] = ()) -> list[str]:
    """The files of a site that may be kept for ever, as paths below it; those of earlier releases need no rule of their own."""
    paths = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*")) if file.is_file())
    return [path for path in paths if KEPT.search(path) and path not in former]


def settings(site: Path, former: Collection[str] = ()) -> dict[str, str]:
    """Every host's settings for a sealed site, by the name of their file. Raises FaultError."""
    base = address(site)
    found = urlsplit("https://guide.example.org/" if base == NOWHERE else base)
    files = kept(site, former)
    if len(files) >= MOST:
        raise FaultError(f"{site}: {len(files)} files may be kept for ever, and a host reads {MOST} rules; make them fewer")
    known = {"policy": header(site), "headers": HEADERS, "path": found.path, "host": found.hostname, "kept": files, "pattern": KEPT.pattern}
    known |= {"ask": ASK, "keep": KEEP, "text": TEXT, "script": SCRIPT, "inside": INSIDE}
    return {name: TEMPLATES.get_template(template).render(known) for name, template in FILES.items()}


def write(site: Path, former: Collection[str] = ()) -> None:
    """Write all settings: into the site what hosts read there, beside it what they do not. Raises FaultError."""
    for name, text in settings(site, former).items():
        file = site.with_name(f"{site.name}.{name}") if name == BESIDE else site / name
        file.write_text(text, encoding="utf-8", newline="\n")
    (site / ".nojekyll").touch()


if __name__ == "__main__":
    try:
        write(Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve())
    except FaultError as error:
        sys.exit(str(error))
