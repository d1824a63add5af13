/**
 * Numbers from 0 to below 1, the same every time for the same seed: invented data and failing trials can be made again.
 * Never for secrets. mulberry32, by Tommy Ettinger (2017), public domain.
 *
 * @param seed a whole number of 32 bits
 */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
