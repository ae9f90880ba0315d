"""nginx with the settings that were generated, serving a site from a folder; nothing of the machine's own nginx is touched."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])  # not on everybody's path
NGINX = shutil.which("nginx", path=PATH)
MAIN = """daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{ include {types}; access_log off; {temporary} include {folder}/site.conf; }}
"""
TEMPORARY = " ".join(f"{kind}_temp_path {{folder}}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))


def port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def serving(settings: str, root: Path, number: int, folder: Path) -> Iterator[None]:
    """Serve `root` as the generated settings say; only address and root are this machine's. `folder` is for nginx's own files."""
    assert NGINX
    said = subprocess.run([NGINX, "-V"], capture_output=True, text=True).stderr
    found = re.search(r"--conf-path=(\S+)", said)
    types = Path(found[1] if found else "/etc/nginx/nginx.conf").parent / "mime.types"
    ours = settings.replace("listen 80;", f"listen 127.0.0.1:{number};").replace("root /var/www;", f"root {root};")
    assert ours.count(str(root)) == ours.count(f"127.0.0.1:{number}") == 1
    (folder / "site.conf").write_text(ours, encoding="utf-8")
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, types=types, temporary=TEMPORARY.format(folder=folder)), encoding="utf-8")
    log = folder / "error.log"
    process = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-e", str(log)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", number)) == 0:
                    break
            assert process.poll() is None, log.read_text(encoding="utf-8")
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()
