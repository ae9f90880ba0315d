"""The theme reads the index of its search on every page, 110 kB, before anybody searches. A published site reads it with the first search.

The theme itself waits so where a page is opened from a folder; one condition in its script is all that changes. The script gets another
name, as it has other content. Where a newer theme has no such condition, it stays as it is.
"""

import re
from hashlib import sha256
from pathlib import Path

AT_ONCE = re.compile(r'(?<=\()[\w$]+\(location\.protocol!=="file:"\),(?=[\w$]+\("search"\)\))')


def search_later(site: Path) -> bool:
    """Let a built site read its search index when somebody begins to search; whether that could be done now."""
    for file in sorted((site / "assets" / "javascripts").glob("bundle.*.min.js")):
        text, count = AT_ONCE.subn("", file.read_text(encoding="utf-8"))
        if count == 1:
            named = f"bundle.{sha256(text.encode()).hexdigest()[:8]}.min.js"
            file.with_name(named).write_text(text, encoding="utf-8", newline="")
            file.unlink()
            for page in sorted(site.rglob("*.html")):
                page.write_text(page.read_text(encoding="utf-8").replace(file.name, named), encoding="utf-8", newline="")
            return True
    return False
