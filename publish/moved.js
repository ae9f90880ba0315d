// On a page that only says where another one went: go there with what stands behind "#", and leave no trace in the history.
const { to } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const there = new URL(to ?? "", location.href);
there.hash = location.hash || there.hash;
location.replace(there);
