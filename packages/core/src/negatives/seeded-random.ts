/**
 * mulberry32: a small generator of numbers in [0, 1) that gives the same ones for the same seed on
 * every machine. Good enough to choose among places; not for anything that must not be guessed.
 *
 * @param seed its lowest 32 bits count
 */
export function createSeededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
