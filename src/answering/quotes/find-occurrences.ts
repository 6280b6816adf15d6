/**
 * Every place where `pattern` begins in `text`, ascending, overlapping ones too.
 *
 * Knuth, Morris and Pratt's search: linear in both lengths whatever they hold, unlike repeated
 * `indexOf`.
 */
export function findOccurrences(text: string, pattern: string): number[] {
  if (pattern === '' || pattern.length > text.length) return [];
  const borders = bordersOf(pattern);
  const found: number[] = [];
  let matched = 0;
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position);
    while (matched > 0 && unit !== pattern.charCodeAt(matched)) matched = borders[matched - 1] ?? 0;
    if (unit === pattern.charCodeAt(matched)) matched += 1;
    if (matched === pattern.length) {
      found.push(position - pattern.length + 1);
      matched = borders[matched - 1] ?? 0;
    }
  }
  return found;
}

/** For each prefix, the length of its longest proper prefix that also ends it. */
function bordersOf(pattern: string): Uint32Array {
  const borders = new Uint32Array(pattern.length);
  let length = 0;
  for (let position = 1; position < pattern.length; position += 1) {
    const unit = pattern.charCodeAt(position);
    while (length > 0 && unit !== pattern.charCodeAt(length)) length = borders[length - 1] ?? 0;
    if (unit === pattern.charCodeAt(length)) length += 1;
    borders[position] = length;
  }
  return borders;
}
