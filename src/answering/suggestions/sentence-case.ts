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
    if (!isShouted && /\p{Lu}/u.test(found.slice(1))) return found;
    const small = found.toLowerCase();
    if (isSmallWord.test(small)) return small;
    if (isFirst || isTitleCase || isShouted) {
      if (occursIn(body, small)) return small;
      const isWord = isShouted ? found.length > 4 : isFirst;
      return isWord && !isName(body, isShouted ? capitalised(small) : found) ? small : found;
    }
    return occursIn(body, small) && !isName(body, found) ? small : found;
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
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(small)}(?![\\p{L}\\p{N}])`, 'u').test(body);
}

/** Written with a capital in the middle of a sentence. */
function isName(body: string, found: string): boolean {
  return new RegExp(`[\\p{Ll}\\p{N},] ${escaped(found)}(?![\\p{L}\\p{N}])`, 'u').test(body);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
