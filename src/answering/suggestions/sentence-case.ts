const word = /\p{L}[\p{L}\p{N}'\u2019-]*/gu;

/** How a text writes its words. */
export interface WrittenWords {
  /** Written in small letters somewhere. */
  small: ReadonlySet<string>;
  /** Written with a capital in the middle of a sentence: names. */
  names: ReadonlySet<string>;
}

/** Enough to tell, and read within milliseconds. */
const mostCharacters = 100_000;

export function readWords(body: string): WrittenWords {
  const small = new Set<string>();
  const names = new Set<string>();
  const text = body.slice(0, mostCharacters);
  for (const { 0: found, index } of text.matchAll(word)) {
    if (/^\p{Ll}/u.test(found)) small.add(found);
    else if (/[\p{Ll}\p{N},] $/u.test(text.slice(Math.max(0, index - 2), index))) names.add(found);
  }
  return { small, names };
}

/**
 * A heading as it would stand in the middle of a sentence: what the text around it also writes in
 * small letters is written so, names and abbreviations stay as they are.
 *
 * @param written the words of the publication's text.
 */
export function inMidSentence(heading: string, { small: known, names }: WrittenWords): string {
  const isShouted = !/\p{Ll}/u.test(heading);
  const isTitleCase = isWrittenInTitleCase(heading);
  return heading.replace(word, (found, offset: number) => {
    const isFirst = !/\p{L}/u.test(heading.slice(0, offset));
    if (!isShouted && /\p{Lu}/u.test(found.slice(1))) return found;
    const small = found.toLowerCase();
    if (isSmallWord.test(small)) return small;
    if (isFirst || isTitleCase || isShouted) {
      if (known.has(small)) return small;
      const isWord = isShouted ? found.length > 4 : isFirst;
      return isWord && !names.has(isShouted ? capitalised(small) : found) ? small : found;
    }
    return known.has(small) && !names.has(found) ? small : found;
  });
}

/** With a capital at the beginning. */
export function capitalised(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

const isSmallWord =
  /^(?:the|an?|of|in|on|at|to|for|from|by|with|and|or|but|as|is|are|was|were|do|does|did|who|whom|whose|what|which|when|where|why|how|our|your|their|its|this|that|these|those)$/;

function isWrittenInTitleCase(heading: string): boolean {
  const long = (heading.match(word) ?? []).filter((found) => found.length > 3);
  return long.length > 2 && long.every((found) => /^\p{Lu}/u.test(found));
}
