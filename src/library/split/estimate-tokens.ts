/**
 * How many tokens an embedding or chat model would make of a text: its UTF-8 bytes divided by
 * four. Byte-pair vocabularies average 4.4 bytes a token on English prose and between 2 and 4 on
 * tables, names and other scripts, so this errs a little on the high side; counting exactly would
 * need one model's vocabulary and cost more than the whole split.
 */
export function estimateTokens(text: string): number {
  return Buffer.byteLength(text) / 4;
}
