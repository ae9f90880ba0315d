/** What stored keys are called, and the other way round. No module makes or takes apart a key by hand. */

export const { FIRST_WORKBOOK, keysOf, isName, openBook, hasNewer, highestEdit } = globalThis.guide;
