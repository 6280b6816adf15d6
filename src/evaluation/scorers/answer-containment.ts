import { commonRun } from './common-run.ts';
import { normalizedWords } from './normalized-words.ts';

/** Longer answers are summaries in their author's words, which no quote holds as they stand. */
const longestVerbatim = 10;
const shareOfLongAnswer = 0.8;

/**
 * Whether what was said contains one of the right answers: an answer of up to ten words as a run of
 * words in one text, a longer one when all texts together hold at least four fifths of its words
 * (each as often as the answer uses it).
 *
 * @param texts the quotes or claims of an answer.
 * @param answers any of which is right.
 * @returns null when no answer could be contained in a text: there are none, or they only say yes or
 *   no.
 */
export function containsAnswer(
  texts: readonly string[],
  answers: readonly string[],
): boolean | null {
  const expected = answers
    .map(normalizedWords)
    .filter((words) => words.length > 0 && !isYesOrNo(words));
  if (expected.length === 0) return null;
  const said = texts.map(normalizedWords);
  return expected.some((answer) =>
    answer.length <= longestVerbatim
      ? said.some((words) => commonRun(words, answer) === answer.length)
      : shareContained(said.flat(), answer) >= shareOfLongAnswer,
  );
}

function isYesOrNo(words: readonly string[]): boolean {
  return words.length === 1 && (words[0] === 'yes' || words[0] === 'no');
}

function shareContained(said: readonly string[], answer: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of said) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of answer) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    found += 1;
  }
  return found / answer.length;
}
