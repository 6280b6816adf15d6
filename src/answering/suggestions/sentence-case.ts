const word = /\p{L}[\p{L}\p{N}'\u2019-]*/gu;

/**
 * A heading as it would stand in the middle of a sentence: what the text around it also writes in
 * small letters is written so, names and abbreviations stay as they are.
 *
 * @param body the publication's text.
 */
export function inMidSentence(heading: string, body: string): string {
  const isShouted = !/\p{Ll}/u.test(heading);
  const isTitleCase = isWrittenInTitleCase(heading);
  return heading.replace(word, (found, offset: number) => {
    const isFirst = !/\p{L}/u.test(heading.slice(0, offset));
    if (!(isFirst || isTitleCase || isShouted)) return found;
    if (!isShouted && /\p{Lu}/u.test(found.slice(1))) return found;
    const small = found.toLowerCase();
    return isSmallWord.test(small) || occursIn(body, small) ? small : found;
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

function occursIn(body: string, small: string): boolean {
  const escaped = small.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(body);
}
