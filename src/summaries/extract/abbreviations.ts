/** Everybody in Britain knows these. */
const known = new Set(
  `NHS UK USA US EU GP GPS A&E BBC TV DVD ID IT PC CEO MP MPS HIV AIDS DNA COVID COVID-19 MRI CT UN WHO II III IV VI OK AM PM`.split(
    ' ',
  ),
);
const abbreviation = /\b(?:\p{Lu}{2,}(?:[&-]\p{Lu}+)*s?|\p{Lu}\p{Ll}?\p{Lu}{2,}s?)\b/gu;

/**
 * Abbreviations in a text that neither everybody knows nor the text explains, `PCN` after
 * `primary care networks (PCNs)`; each once, without the s of a plural.
 */
export function undefinedAbbreviations(text: string): string[] {
  const found = new Set(Array.from(text.matchAll(abbreviation), ([word]) => singular(word)));
  return [...found].filter(
    (word) => !known.has(word.toUpperCase()) && !explains(text, word) && !isShouted(text, word),
  );
}

/** Whether a text says in brackets what an abbreviation stands for: `clinical commissioning group (CCG)`. */
export function explains(text: string, abbreviationOf: string): boolean {
  return [')', 's)', ',', ';'].some((end) => text.includes(`(${abbreviationOf}${end}`));
}

/** A sentence in capitals is not made of abbreviations. */
function isShouted(text: string, word: string): boolean {
  return word.length > 6 || text === text.toUpperCase();
}

const singular = (word: string): string => word.replace(/(?<=\p{Lu})s$/u, '');
