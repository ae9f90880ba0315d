/**
 * The whole workbook as one HTML page that needs nothing else: no script, no request, no font. Its own policy forbids
 * whatever a text might try; each text is escaped and keeps its own direction.
 *
 * @typedef {import("app/files/digest").Entry} Entry
 * @typedef {import("app/files/actions").Task} Task
 */
import { digest, plain } from "app/files/digest";
import { showDay } from "app/page/days";

/** Colours are those of tokens.css: a file of its own cannot link to it. */
const STYLE = [
  ":root{color-scheme:light dark;--ink:#1c2826;--soft:#55635f;--line:#8b9691;--wash:#e6f0ee;--pine:#14605a;--paper:#fdfcf9}",
  "@media(prefers-color-scheme:dark){:root{--ink:#e6ecea;--soft:#a3b1ad;--line:#6b7b76;--wash:#20312e;--pine:#7fd3c5;--paper:#141a19}}",
  "@media print{:root{--ink:#000;--soft:#333;--wash:#fff;--pine:#000;--paper:#fff}h2,h3{break-after:avoid}tr{break-inside:avoid}}",
  "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}",
  "main{max-inline-size:44rem;margin:auto;padding:2rem 1rem}",
  "h1,h2,h3{line-height:1.3;margin:2rem 0 .5rem}h3{font-size:1.1rem;margin-block-start:1.5rem}",
  "h1,h2{font-family:Palatino,serif;font-weight:600}",
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt,.soft{color:var(--soft)}dd{margin:0}",
  "a{color:var(--pine)}.written{white-space:pre-wrap}blockquote{margin:.5rem 0;padding:.5rem 1rem;background:var(--wash);border-inline-start:3px solid var(--pine)}",
  "table{border-collapse:collapse;inline-size:100%}th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:start;vertical-align:top}th,td:last-child{overflow-wrap:normal}",
].join("\n");

/** The style sheet's fingerprint: no other style applies. tests/browser/test_standalone.py says what it has to be. */
const STYLE_HASH = "sha256-a7ryBGZBciglk6xylwFLBnJ7L3pSdt3W7xGeSW8C4f8=";

class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** @param {unknown} value @returns {string} */
const escaped = (value) => {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(escaped).join("");
  return plain(String(value ?? "")).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
};

/** HTML in which every value is escaped, unless it was made here. @param {TemplateStringsArray} parts @param {...unknown} values */
export const html = (parts, ...values) => new Markup(parts.map((part, n) => part + (n < values.length ? escaped(values[n]) : "")).join(""));

/** A page with its own policy. @param {string} language @param {string} title @param {Markup} body @returns {string} */
export const page = (language, title, body) => html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>${body}</main>
</body>
</html>
`.text;

/** @param {import("app/files/digest").Minutes} minutes @returns {string} */
export function standalone(minutes) {
  const { words } = minutes;
  const { title, facts, today, decided, tasks, carPark, lists, retired, foot } = digest(minutes);
  const when = (/** @type {boolean} */ condition, /** @type {() => Markup} */ make) => (condition ? make() : []);
  const linked = (/** @type {string} */ text, /** @type {string} */ url) => (/^https?:/.test(url) ? html`<a href="${url}">${text}</a>` : html`${text}`);
  const table = (/** @type {Task[]} */ rows) => html`<table>
<thead><tr><th scope="col">${words.action}</th><th scope="col">${words.who}</th><th scope="col">${words.by}</th><th scope="col">${words.status}</th></tr></thead>
<tbody>${rows.map((task) => html`
<tr><td dir="auto" class="written">${task.what}${when(task.became.trim() !== "", () => html`<br><span class="soft">${words.became}: ${task.became}</span>`)}</td><td dir="auto" class="written">${task.who}</td><td dir="auto">${showDay(task.by, words.language)}</td><td>${task.done ? words.done : task.overdue ? words.late : words.to_do}</td></tr>`)}
</tbody></table>`;
  const decision = (/** @type {Entry["decisions"][0]} */ { label, text, end }) => html`<p><strong>${label}:</strong> <span dir="auto" class="written">${text}</span>${when(end !== "", () => html` (<span dir="auto">${end}</span>)`)}</p>
`;
  const entry = (/** @type {Entry} */ one) => html`
<h3 dir="auto">${linked(one.text, one.url)}</h3>${when(one.hint !== "", () => html`
<p class="soft">${one.hint}</p>`)}
<p><strong>${one.status}</strong>${when(one.reason !== "", () => html`: <span dir="auto" class="written">${one.reason}</span>`)}</p>
${when(one.said.length > 0, () => html`<ul>${one.said.map(({ group, text }) => html`
<li dir="auto" class="written"><strong>${group}:</strong> ${text}</li>`)}
</ul>`)}${one.decisions.map(decision)}${one.notes.map(({ from, label, text }) => html`${when(from !== "", () => html`<p class="soft" dir="auto">${label}:</p>`)}<blockquote dir="auto" class="written">${text}</blockquote>
`)}${when(one.tasks.length > 0, () => table(one.tasks))}`;
  return page(words.language, title, html`
<h1 dir="auto" class="written">${title}</h1>
${when(facts.length > 0, () => html`<dl>${facts.map(({ label, text }) => html`
<dt>${label}</dt><dd dir="auto" class="written">${text}</dd>`)}
</dl>`)}
${when(decided.length > 0, () => html`<h2>${words.decisions}</h2>
${decided.map((one) => html`${one.decisions.map(decision)}<p class="soft">${linked(one.text, one.url)}</p>
`)}`)}${when(tasks.length > 0, () => html`<h2>${words.actions}</h2>
${table(tasks)}`)}
${when(today.length > 0, () => html`<h2>${words.today}</h2>
<ol>${today.map((one) => html`
<li>${linked(one.text, one.url)}: ${one.status}</li>`)}
</ol>`)}${when(carPark.length > 0, () => html`<h2>${words.car_park}</h2>
${carPark.map(({ text }) => html`<blockquote dir="auto" class="written">${text}</blockquote>
`)}`)}
${lists.map(({ title: name, url, count, answered, open }) => html`<section>
<h2>${linked(name, url)}</h2>
<p>${count}</p>${answered.map(entry)}
${when(open.length > 0, () => html`<h3>${words.still_open}</h3>
<ul>${open.map((one) => html`
<li>${linked(one.text, one.url)}${when(one.hint !== "", () => html` <span class="soft">${one.hint}</span>`)}</li>`)}
</ul>`)}
</section>
`)}${when(retired.length > 0, () => html`<section>
<h2>${words.retired}</h2>${retired.map(entry)}
</section>`)}
<p class="soft">${foot}</p>
`);
}
