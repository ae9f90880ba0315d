/** Which state an answer is in, how many are in each, and whether one was given before its question changed. */

export const { stateOf, countStates, isOutdated } = globalThis.guide;
