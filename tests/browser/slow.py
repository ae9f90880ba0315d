"""`SLOW=1 make test`: a slow line and a slow machine, so that a test that reads or clicks too early fails each time.

Scripts come late, and in the page locks, files, requests and the clipboard take their time. Without SLOW nothing is changed.
"""

import os
import time

from playwright.sync_api import BrowserContext

ON = bool(os.environ.get("SLOW"))
LATE = 0.6  # seconds
IN_THE_PAGE = """(() => {
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    const slow = (on, name, ms) => {
        const real = on?.[name];
        if (real) on[name] = async function (...given) { await wait(ms); return real.apply(this, given); };
    };
    slow(Blob.prototype, "text", 500);
    slow(window, "fetch", 400);
    slow(navigator.clipboard, "writeText", 400);
    slow(navigator.storage, "persisted", 300);
    const request = navigator.locks?.request.bind(navigator.locks);
    if (request) navigator.locks.request = (key, act) => request(key, async () => { await wait(150); return act(); }); // held, and late
})()"""


def line(path: str) -> None:
    """Wait before a script is sent."""
    if ON and ".js" in path:
        time.sleep(LATE)


def browser(context: BrowserContext) -> None:
    """Slow what pages wait for."""
    if ON:
        context.add_init_script(IN_THE_PAGE)
