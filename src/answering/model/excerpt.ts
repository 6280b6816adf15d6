const longest = 160;

/**
 * Words of a model as a repair prompt may repeat them: on one line, in quotation marks, at most 160
 * characters.
 */
export function excerpt(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}"“”]+/gu, ' ')
    .trim();
  const cut = line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line;
  return `“${cut}”`;
}
