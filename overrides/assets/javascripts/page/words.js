/** The words of the interface as the HTML carries them, and what they leave open in {braces}. */

export const { fill } = globalThis.guide;
