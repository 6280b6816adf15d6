import type { Question } from '../question/question.ts';
import { ownText, tellsOutcome } from './answer-fit.ts';
import { comparedSides } from './compared-sides.ts';
import { definesSubject } from './defines-subject.ts';
import type { RankedCandidate } from './rank-candidates.ts';

/** Share of a side's words that a claim, its headings and its title have to hold. */
const leastShare = 0.6;
/** In logarithms of odds: how much a claim gains by speaking of its side alone. */
const sideBonus = 3;
const definitionBonus = 4;
const titleBonus = 3;
const outcomeBonus = 1.5;
const subjectBonus = 1.5;

/**
 * The claims that answer a question comparing two things, the first for the first: what defines
 * each, else the best that speaks of each, from two publications where each has its own. Empty
 * when the question compares nothing or a side is not spoken of.
 *
 * @param ranked best first.
 */
export function chooseCompared(
  ranked: readonly RankedCandidate[],
  { focus }: Question,
): RankedCandidate[] {
  const sides = comparedSides(focus);
  if (sides === null) return [];
  const [left, right] = sides;
  const first = bestFor(left, right, ranked);
  if (first === undefined) return [];
  const second = bestFor(
    right,
    left,
    ranked.filter((each) => each !== first),
  );
  return second === undefined ? [] : [first, second];
}

function bestFor(
  side: string,
  other: string,
  ranked: readonly RankedCandidate[],
): RankedCandidate | undefined {
  let best: RankedCandidate | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const each of ranked) {
    const defines = definesSubject(ownText(each.candidate), side);
    const share = shareOf(side, each);
    if (defines < 1 && share < leastShare) continue;
    const total =
      each.score +
      (defines === 1 || opensWith(side, ownText(each.candidate)) ? subjectBonus : 0) +
      (tellsOutcome(each.candidate) ? outcomeBonus : 0) +
      definitionBonus * defines +
      sideBonus * (share - shareOf(other, each)) +
      titleBonus * (titleShareOf(side, each) - titleShareOf(other, each));
    if (total <= highest) continue;
    best = each;
    highest = total;
  }
  return best;
}

/** Whether a claim is about its side from its first word. */
function opensWith(side: string, text: string): boolean {
  return text
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .startsWith(side.toLowerCase());
}

/** Share of the words of a side that stand in a claim or above it, `evaluated` for `evaluation`. */
function shareOf(side: string, { candidate }: RankedCandidate): number {
  const { publication } = candidate.retrieved;
  return shareHeld(side, [candidate.text, ...candidate.headings, publication.title]);
}

function titleShareOf(side: string, { candidate: { retrieved } }: RankedCandidate): number {
  return shareHeld(side, [retrieved.publication.title, retrieved.publication.date ?? '']);
}

function shareHeld(side: string, texts: readonly string[]): number {
  const words = side.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [side.toLowerCase()];
  const read = texts.join(' ').toLowerCase();
  const held = words.filter((word) => read.includes(word.slice(0, Math.max(4, word.length - 2))));
  return held.length / words.length;
}
