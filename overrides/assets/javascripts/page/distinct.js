/**
 * Names of what stands side by side: whoever hears them, or calls one out, tells them apart. Those that are the same have a number.
 * @param {string[]} names @returns {string[]}
 */
export function distinct(names) {
  const taken = new Set(names); // "Table (2)" may be what somebody wrote
  return names.map((name) => {
    if (names.indexOf(name) === names.lastIndexOf(name)) return name;
    let n = 1;
    while (taken.has(`${name} (${n})`)) n += 1;
    taken.add(`${name} (${n})`);
    return `${name} (${n})`;
  });
}
