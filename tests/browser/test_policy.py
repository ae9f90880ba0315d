"""Under the policy that every page carries nothing is stopped that the site does, and what it must stop is stopped.

The watch of every browser test fails on what a browser says in its console, and each violation is said there: so all tests of this
folder drive the policy. test_every_page.py opens every page, and test_drive.py does all that a reader does.
"""

import re

from playwright.sync_api import Page

from .conftest import Server, Watch

STOPPED = """() => new Promise((done) => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => done(effectiveDirective), { once: true });
    setTimeout(() => done("nothing"), 3000);
    ACT
})"""
ATTEMPTS = {
    "script-src-elem": "const one = document.createElement('script'); one.textContent = 'window.caught = 1'; document.body.append(one)",
    "script-src-attr": "document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\" onerror=\"window.caught = 1\">')",
    "style-src-attr": "document.body.setAttribute('style', 'color: red')",
    "connect-src": "fetch('https://elsewhere.invalid/').catch(() => {})",
    "img-src": "new Image().src = 'https://elsewhere.invalid/a.png'",
    "frame-src": "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.invalid/' }))",
    "form-action": "const form = Object.assign(document.createElement('form'), { action: '/', method: 'post' }); document.body.append(form); form.submit()",
    "base-uri": "document.head.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.invalid/' }))",
    "trusted-types": "try { trustedTypes.createPolicy('another', {}) } catch {}",
    "require-trusted-types-for": "try { new Worker('https://elsewhere.invalid/a.js') } catch {}",
}


def test_what_it_must_stop_it_stops(page: Page, site: Server, watch: Watch) -> None:
    for directive, act in ATTEMPTS.items():
        page.goto("about/")
        assert page.evaluate(STOPPED.replace("ACT", act)) == directive, directive
        assert page.evaluate("window.caught") is None
    wrong = [one for one in watch.seen if not re.search("Content Security Policy|TrustedScriptURL|elsewhere.invalid", one, re.IGNORECASE)]
    assert wrong == []
    watch.seen.clear()
