/** Next number in [0, 1). */
export type Random = () => number;

/**
 * Repeatable random numbers: mulberry32 (Tommy Ettinger, public domain), which passes gjrand and is
 * good enough for sampling, not for secrets.
 *
 * @param seed any integer; the same seed gives the same numbers.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
