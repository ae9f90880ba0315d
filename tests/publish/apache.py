"""Apache with the generated `.htaccess`, serving a site from a folder; nothing of the machine's own Apache is touched."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .nginx import PATH

APACHE = shutil.which("apache2", path=PATH) or shutil.which("httpd", path=PATH)
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "deflate", "filter", "rewrite", "speling")
MAIN = """ServerName 127.0.0.1
Listen 127.0.0.1:{number}
PidFile {folder}/pid
ErrorLog {folder}/error.log
{load}
TypesConfig {types}
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Options FollowSymLinks
  Require all granted
</Directory>
{user}
"""


@contextmanager
def serving(root: Path, number: int, folder: Path) -> Iterator[None]:
    """Serve `root`, in whose folders `.htaccess` holds. `folder` is for Apache's own files."""
    assert APACHE
    said = subprocess.run([APACHE, "-V"], capture_output=True, text=True).stdout
    found = re.search(r'HTTPD_ROOT="([^"]+)"', said)
    places = [Path("/usr/lib/apache2/modules"), Path("/usr/lib64/httpd/modules"), Path(found[1] if found else "/") / "modules"]
    modules = next(place for place in places if place.is_dir())
    load = [f"LoadModule {name}_module {modules}/mod_{name}.so" for name in MODULES if (modules / f"mod_{name}.so").is_file()]
    user = "User www-data\nGroup www-data" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    types = folder / "mime.types"
    types.write_text(
        "text/html html\ntext/css css\napplication/json json\nimage/svg+xml svg\nimage/png png\ntext/plain txt\napplication/xml xml\n"
    )
    text = MAIN.format(number=number, folder=folder, load="\n".join(load), types=types, root=root, user=user)
    (folder / "httpd.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen([APACHE, "-D", "FOREGROUND", "-f", str(folder / "httpd.conf")], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", number)) == 0:
                    break
            assert process.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()
