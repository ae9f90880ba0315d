/** How many answers are in each state, and whether one was given before its question changed. */

export const { countStates, isOutdated } = globalThis.guide;
