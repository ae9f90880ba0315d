"""`make bench`: what a tick costs, beside a bare native checkbox on the same page in the same run.

Prints ratios, because times say more about the machine than about us. "paint": from the click to the next frame
that is painted. "write": the part of it in which our script runs and stores, as a multiple of a bare write of as
many bytes to local storage. And how long the workbook page takes with ten workbooks side by side, to that page alone.
"""

import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from .conftest import Server, build
from .find import find

SIZES = (10, 1_000, 10_000)
MEASURE = """
async (size) => {
    localStorage.clear();
    const answer = JSON.stringify({ status: "discussed", note: "x".repeat(60), edits: { status: [1, "t"], note: [1, "t"] } });
    const prefix = "spread-guide:/guide/:2:";
    for (let n = 0; n < size; n += 1) localStorage.setItem(`${prefix}answer:w${n % 50}:q-${n}`, answer);
    const bare = document.createElement("input");
    bare.type = "checkbox";
    document.querySelector("main article").append(bare);
    const ours = document.getElementById("benefit-worth-spreading-tick");
    const painted = () => new Promise((done) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    }));
    const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
    const times = { bare: [], ours: [], script: [], write: [] };
    for (let round = 0; round < 120; round += 1) {
        for (const [name, box] of [["bare", bare], ["ours", ours]]) {
            await painted();
            const start = performance.now();
            box.click();
            const ran = performance.now();
            await painted();
            times[name].push(performance.now() - start);
            if (name === "ours") times.script.push(ran - start);
        }
        const start = performance.now();
        for (let n = 0; n < 20; n += 1) localStorage.setItem("bare", answer + round + n);
        times.write.push((performance.now() - start) / 20);
    }
    bare.remove();
    return { paint: median(times.ours) / median(times.bare), script: median(times.script), write: median(times.write) };
}
"""


BOOKS, ANSWERS = 10, 70
FILL = """
([books, answers]) => {
    localStorage.clear();
    const prefix = "spread-guide:/guide/:2:";
    const edits = { status: [1, "t"], note: [1, "t"] };
    const ids = [...document.querySelectorAll("[data-asked]")].map((one) => one.dataset.asked).slice(0, answers);
    for (let n = 0; n < books; n += 1) {
        localStorage.setItem(`${prefix}workbook:w${n}`, JSON.stringify({ title: "Falls clinic", group: `Table ${n}`, edits: {} }));
        ids.forEach((id, m) => {
            const status = (n + m) % 5 ? "discussed" : "not-relevant";
            localStorage.setItem(`${prefix}answer:w${n}:${id}`, JSON.stringify({ status, note: "x".repeat(60), edits }));
        });
    }
    localStorage.setItem(`${prefix}current`, "w0");
    return ids.length;
}
"""
OPENED = """
() => new Promise((done) => {
    const look = () => (document.querySelector('[data-part="loading"]')?.hidden ? requestAnimationFrame(() => done(performance.now())) : setTimeout(look));
    look();
})
"""
LAID = """
() => new Promise((done) => {
    const start = performance.now();
    document.querySelector('[data-part="together-open"]').click();
    const look = () => (document.querySelector('[data-part="together-table"]').children.length
        ? requestAnimationFrame(() => done(performance.now() - start)) : setTimeout(look));
    look();
})
"""


def side_by_side(page: Page, address: str) -> tuple[float, int]:
    """How long it takes to open the workbook page and lay ten workbooks side by side there, to opening that page alone; answers in each."""
    page.goto(address)
    answers = page.evaluate(FILL, [BOOKS, ANSWERS])
    alone, both = [], []
    for _ in range(7):
        page.goto(address)
        opened = page.evaluate(OPENED)
        alone.append(opened)
        both.append(opened + page.evaluate(LAID))
    return median(both) / median(alone), answers


def main() -> None:
    """Build the site, measure at each size, print one line each."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        server = Server(folder)
        build(folder, server.url)
        browser = playwright.chromium.launch(executable_path=find())
        page = browser.new_page()
        found: list[dict[str, Any]] = []
        for size in SIZES:
            page.goto(server.url + "principles/benefit/")
            found.append(page.evaluate(MEASURE, size))
        ratio, answers = side_by_side(page, server.url + "workbook/")
        browser.close()
        server.shutdown()
        server.server_close()
    print("stored answers | click to paint, to a bare checkbox | script of one tick, to that with 10 answers | script, to a bare write")
    for size, one in zip(SIZES, found, strict=True):
        print(f"{size:14,} | {one['paint']:35.2f} | {one['script'] / found[0]['script']:43.2f} | {one['script'] / one['write']:.1f}")
    print(f"{BOOKS} workbooks with {answers} answers side by side, to the workbook page alone: {ratio:.2f}")


if __name__ == "__main__":
    main()
