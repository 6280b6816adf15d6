/**
 * Words of a text as scorers compare them: NFKC, lower case, letters and digits only, English
 * articles dropped (the normalisation of SQuAD's official evaluation script, made to serve all
 * scripts). A decimal point or thousands separator between digits is kept out: `1,000` is `1000`.
 */
export function normalizedWords(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const joined = folded.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').replace(/['’]/g, '');
  const words = joined.match(/[\p{L}\p{M}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
  return words.filter((word) => !articles.has(word));
}

const articles: ReadonlySet<string> = new Set(['a', 'an', 'the']);
