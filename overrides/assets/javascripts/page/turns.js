/** Long work in turns: between them the browser answers whoever reads, scrolls or presses. */

const SLICE_MS = 10; // so long nobody waits for, also where one more part takes as long again

/** @returns {() => Promise<void>} waits for the browser's turn, where ours took long enough */
export function openTurns() {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await new Promise((go) => setTimeout(go));
    began = performance.now();
  };
}
