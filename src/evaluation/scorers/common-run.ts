/** Length of the longest run of words that both lists contain, in words. */
export function commonRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let previous = new Uint32Array(other.length + 1);
  let current = new Uint32Array(other.length + 1);
  for (const word of one) {
    for (let index = 0; index < other.length; index += 1) {
      const length = word === other[index] ? (previous[index] ?? 0) + 1 : 0;
      current[index + 1] = length;
      if (length > longest) longest = length;
    }
    [previous, current] = [current, previous];
  }
  return longest;
}
