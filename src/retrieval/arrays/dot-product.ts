/**
 * Of two vectors of the same length; their cosine similarity when both have unit length.
 *
 * @param offset where in `right` the other vector begins, for vectors that lie in one array.
 */
export function dotProduct(left: Float32Array, right: Float32Array, offset = 0): number {
  const length = left.length;
  const whole = length - (length % 4);
  // Four sums side by side: an addition need not wait for the one before.
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < whole; at += 4) {
    const place = offset + at;
    first += (left[at] as number) * (right[place] as number);
    second += (left[at + 1] as number) * (right[place + 1] as number);
    third += (left[at + 2] as number) * (right[place + 2] as number);
    fourth += (left[at + 3] as number) * (right[place + 3] as number);
  }
  for (let at = whole; at < length; at++) {
    first += (left[at] as number) * (right[offset + at] as number);
  }
  return first + second + (third + fourth);
}
