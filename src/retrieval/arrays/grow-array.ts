type NumberArray = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/**
 * `array` itself when it has at least `length` elements, else a copy with room for half as many
 * again, the new elements 0.
 */
export function growArray<A extends NumberArray>(array: A, length: number): A {
  if (length <= array.length) return array;
  const size = Math.max(length, 16, Math.ceil(array.length * 1.5));
  const Constructor = array.constructor as new (size: number) => A;
  const grown = new Constructor(size);
  grown.set(array);
  return grown;
}
