/** Which state an answer is in. How many are in each is counted in counts.js. */

export const { stateOf } = globalThis.guide;
