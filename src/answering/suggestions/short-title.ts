/** The longest text of a suggestion's button. */
export const longestTitle = 40;
const longestReference = 90;

/** A publication's title without its subtitle, its year in brackets and what says it is an answer. */
export function mainTitle(title: string): string {
  const plain = title
    .replace(/^Answer:\s+/i, '')
    .replace(/\s+\((?:19|20)\d\d\)$/, '')
    .trim();
  const main = plain.split(/:\s|\s[\u2013\u2014-]\s/)[0]?.trim() ?? '';
  const isEnough = wordsIn(main) > 1;
  return isEnough ? main : plain;
}

/** The subtitle, where it is a noun with an article or a number before it; else null. */
export function subjectOf(title: string): string | null {
  const subtitle = /:\s+(.+)$/.exec(title.replace(/\s+\((?:19|20)\d\d\)$/, ''))?.[1] ?? '';
  const isNoun =
    /^(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten) \p{L}/iu.test(subtitle) &&
    !/[:,;?]|^\S+ (?:\S+ )?(?:years?|months?|weeks?|days?)$/i.test(subtitle);
  const isShort = subtitle.length <= longestReference && wordsIn(subtitle) > 2;
  return isNoun && isShort ? `${subtitle[0]?.toLowerCase()}${subtitle.slice(1)}` : null;
}

/** How a question refers to a publication; null when its title is too long for a question. */
export function reference(title: string): string | null {
  const main = mainTitle(title).replace(/["\u201c\u201d]/g, '');
  return main.length <= longestReference ? main : null;
}

/**
 * A text for a button, of at most 40 characters: all of it, or up to a place where it may end
 * without loss of sense; null when there is none.
 */
export function shortened(text: string): string | null {
  const pieces = [text, text.split(/[:(\u2013\u2014]/)[0] ?? '', text.split(',')[0] ?? ''];
  const prepositions = [...text.matchAll(/\s(?=(?:in|of|for|on|at|from|with|by|to)\s)/g)];
  for (const { index } of prepositions.reverse()) pieces.push(text.slice(0, index));
  return (
    pieces
      .map((piece) => piece.trim())
      .find((piece) => piece.length <= longestTitle && wordsIn(piece) > 1) ?? null
  );
}

export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*/gu)?.length ?? 0;
}
