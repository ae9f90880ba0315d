"""What Lighthouse says of five pages on a phone, beside the same words on plain Material in the same run (part of `make bench`).

Lighthouse comes by a lock of its own (package-lock.json, about 110 MB), when somebody asks for it. Each figure is the median of
three; both sites take turns, so that a machine that gets slower does so for both.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from publish.npm import NODE, installed
from tests.browser.find import find

from .sites import both

HERE = Path(__file__).parent
PAGES = {
    "home": "",
    "Benefit": "principles/benefit/",
    "workbook": "workbook/",
    "tools": "tools-and-methods/",
    "glossary": "glossary/",
}
MARKS = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first-contentful-paint": "first text, ms",
    "largest-contentful-paint": "largest part, ms",
    "total-blocking-time": "blocked, ms",
    "speed-index": "speed index, ms",
    "cumulative-layout-shift": "shift",
}
ROUNDS = 3
AIM = 98
WITHIN = 2  # points behind plain Material
# While Lighthouse records pictures, Chromium draws empty frames until the first of the page is there. After more than three (on a
# slow machine) it draws one a second, so a page that has loaded shows nothing for a second or two. Without a recording it does not,
# also at a quarter of the speed; and what it says then of each other time is wrong as well. Such a report is taken again.
HELD_MS = 500
TRIES = 3


def ask(address: str) -> dict[str, Any]:
    """Lighthouse's report of one page on a phone. Raises SystemExit with its own words."""
    command = [NODE, str(HERE / "node_modules" / "lighthouse" / "cli" / "index.js"), address, "--output=json", "--quiet"]
    command += [f"--only-categories={','.join(MARKS)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"CHROME_PATH": str(find(windows=True))})
    if done.returncode:
        raise SystemExit(done.stderr)
    report: dict[str, Any] = json.loads(done.stdout)
    if keep := os.environ.get("REPORTS"):
        name = report["requestedUrl"].split("//")[1].replace("/", "_").replace(":", "_")
        Path(keep, f"{name}-{len(list(Path(keep).glob(name + '*')))}.json").write_text(done.stdout)
    return report


def held(report: dict[str, Any]) -> bool:
    """Whether the browser showed nothing for long after the page had loaded."""
    seen = report["audits"]["metrics"]["details"]["items"][0]
    return bool(seen["observedFirstPaint"] > seen["observedLoad"] + HELD_MS)


def taken(address: str) -> tuple[dict[str, Any], int]:
    """A report in which the first picture was not held back -> it, and how many were; the last of them where all were."""
    for again in range(TRIES):
        report = ask(address)
        if not held(report):
            return report, again
    return report, TRIES


def read(report: dict[str, Any]) -> dict[str, float]:
    """The marks and times of one report."""
    marks = {name: round(100 * report["categories"][name]["score"]) for name in MARKS}
    return marks | {name: report["audits"][name]["numericValue"] for name in TIMES}


def middle(reports: list[dict[str, Any]]) -> dict[str, float]:
    """The median of each figure."""
    figures = [read(one) for one in reports]
    return {name: median(one[name] for one in figures) for name in figures[0]}


def say(page: str, site: str, found: dict[str, float], again: int) -> None:
    """One line of the table."""
    marks = "/".join(f"{found[name]:.0f}" for name in MARKS)
    times = " | ".join(f"{found[name]:.3f}" if found[name] < 1 else f"{found[name]:.0f}" for name in TIMES)
    print(f"{page:9} | {site:5} | {marks:15} | {times} | {again}", flush=True)


def main() -> int:
    """Measure, print a table, and name what falls short; 1 where something does."""
    if not installed(HERE):
        return 1
    short = []
    with tempfile.TemporaryDirectory() as name, both(Path(name)) as sites:
        print("page      | site  | " + " | ".join([", ".join(MARKS), *TIMES.values(), "taken again"]))
        for page, path in PAGES.items():
            reports: dict[str, list[dict[str, Any]]] = {site: [] for site in sites}
            again = dict.fromkeys(sites, 0)
            for _ in range(ROUNDS):
                for site, address in sites.items():
                    report, times = taken(address + path)
                    reports[site].append(report)
                    again[site] += times
            ours, plain = middle(reports["ours"]), middle(reports["plain"])
            say(page, "ours", ours, again["ours"])
            say(page, "plain", plain, again["plain"])
            aims = dict.fromkeys(MARKS, 100) | {"performance": AIM}
            short += [f"{page}: {mark} {ours[mark]:.0f}" for mark in MARKS if ours[mark] < max(aims[mark], plain[mark] - WITHIN)]
    print("Every page is as fast as it should be." if not short else f"Falls short: {'; '.join(short)}")
    return int(bool(short))


if __name__ == "__main__":
    sys.exit(main())
