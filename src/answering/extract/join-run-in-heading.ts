import type { CharacterRange } from '../answer.ts';

const mostWords = 6;
/** `The NHS body that …`, `A committee formed …`: says what something is without a verb. */
const explanation =
  /^(?:an?|the|any|every)?\s?(?:[\p{L}-]+\s){1,6}?(?:that|which|who|whose|where|by which|formed|given|made|held|used|between|for)\b/iu;
const finite =
  /\b(?:is|are|was|were|be|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|not|\p{Ll}+ed)\b/u;

/** `Ward doctor. The doctor who asks …`: says something of whom the heading names. */
const subject = /^the\s((?:[\p{L}-]+\s){1,5}?)(?:that|which|who|whose|where|for)\b/iu;

/**
 * Joins a term that opens a paragraph to the sentence that explains it, since neither says
 * anything alone: `Integrated care board (ICB). The NHS body that …`.
 *
 * @param sentences of the paragraph, in order.
 */
export function joinRunInHeading(
  paragraph: string,
  sentences: readonly CharacterRange[],
): readonly CharacterRange[] {
  const [first, second, ...rest] = sentences;
  if (first === undefined || second === undefined) return sentences;
  const opening = paragraph.slice(first.start, first.end);
  const explained = paragraph.slice(second.start, second.end);
  const isTerm =
    /^\p{Lu}/u.test(opening) &&
    /[.:]$/.test(opening) &&
    opening.split(/\s+/).length <= mostWords &&
    !finite.test(opening) &&
    explanation.test(explained) &&
    !speaksOf(opening, explained);
  return isTerm ? [{ start: first.start, end: second.end }, ...rest] : sentences;
}

/** Whether a sentence is about what the heading names; what explains a term does not repeat it. */
function speaksOf(heading: string, sentence: string): boolean {
  const named = new Set(wordsOf(heading));
  const [first] = wordsOf(subject.exec(sentence)?.[1] ?? '');
  return first !== undefined && named.has(first);
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
