const acronym = /^[A-Z]{3,6}s?$/;
const linkingWords = '(?:(?:and|of|for|the|in|to)[\\s-]{1,3})?';
const longestWord = 24;

/**
 * Whether a text spells an acronym out: words that follow each other begin with its letters
 * (`FTN`, `Foundation Trust Network`), whatever their case, small words between them left out.
 */
export function spellsOut(text: string, name: string): boolean {
  if (!acronym.test(name)) return false;
  const words = Array.from(
    name.replace(/s$/, ''),
    (letter) => `${letter}[\\p{L}\\p{N}]{1,${longestWord}}`,
  );
  return new RegExp(`\\b${words.join(`[\\s-]{1,3}${linkingWords}`)}`, 'iu').test(text);
}
