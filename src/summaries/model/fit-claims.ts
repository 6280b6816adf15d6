import { checkFigures } from '../../answering/index.ts';
import { countWords } from '../extract/scoring/count-words.ts';
import type { SummaryReader } from '../summary.ts';
import { hasFigures, rankClaims } from './rank-claims.ts';
import { isMostImportant, type SummaryClaim } from './summary-claim.ts';

export interface FitOptions {
  /** Most words of all together; null for the one best claim, however long. */
  words: number | null;
  reader: SummaryReader;
}

/** Share of the words of the shorter of two claims from which on they say the same. */
const mostOverlap = 0.6;

/**
 * Chooses verified claims for which there is room: first those that were merged, then findings with
 * figures that the merge has lost, then, of each item that the merge is silent on, the best. Where
 * nothing was merged, the best of each item in turn. None says again what another says, unless it
 * has a figure or a name that the other has not.
 *
 * @param merged in the order in which they are to be read.
 * @param own claims of the sections, in reading order.
 * @returns at least one where there is one, in reading order.
 */
export function fitClaims(
  merged: readonly SummaryClaim[],
  own: readonly SummaryClaim[],
  { words, reader }: FitOptions,
): SummaryClaim[] {
  const ranked = rankClaims(merged, reader);
  const others = rankClaims(own, reader);
  if (words === null) return [...merged, ...bestFirst(others)].slice(0, 1);
  const chosen: SummaryClaim[] = [];
  let left = words;
  const add = (claim: SummaryClaim): void => {
    const length = countWords(claim.text);
    if (length > left || chosen.some((other) => repeats(claim, other))) return;
    chosen.push(claim);
    left -= length;
  };
  for (const claim of ranked) add(claim);
  for (const claim of others) if (isLost(claim, chosen)) add(claim);
  const isSilent = ({ item }: SummaryClaim): boolean =>
    merged.length === 0 || !chosen.some((each) => each.item === item);
  for (const claim of others) if (isSilent(claim)) add(claim);
  const order = [...merged, ...own];
  if (chosen.length === 0) return [...ranked, ...others].slice(0, 1);
  return chosen.sort((one, other) => order.indexOf(one) - order.indexOf(other));
}

/** For one sentence, what was found or is asked for comes before what it is. */
function bestFirst(ranked: readonly SummaryClaim[]): SummaryClaim[] {
  const gist = ranked.filter(({ item }) => item === 'findings' || item === 'recommendations');
  const most = Math.max(0, ...gist.map(({ importance }) => importance));
  return [...gist.filter(({ importance }) => importance === most), ...ranked];
}

/** Whether it is a finding with figures of which one is in none of the others. */
function isLost(claim: SummaryClaim, others: readonly SummaryClaim[]): boolean {
  return (
    claim.item === 'findings' &&
    isMostImportant(claim) &&
    hasFigures(claim) &&
    losesFigures(claim, others)
  );
}

/** Whether a figure of a claim is in none of some others. */
export function losesFigures(claim: SummaryClaim, others: readonly SummaryClaim[]): boolean {
  const stated = others.map(({ text }) => text);
  return !checkFigures(claim.text, stated).agrees;
}

function repeats(claim: SummaryClaim, other: SummaryClaim): boolean {
  if (losesFigures(claim, [other]) || namesOther(claim, other)) return false;
  const [own, its] = [wordsIn(claim), wordsIn(other)];
  const shared = [...own].filter((word) => its.has(word)).length;
  return shared > mostOverlap * Math.min(own.size, its.size);
}

/** Whether it names somebody or something that the other does not: what is so in Wales need not be in Scotland. */
function namesOther(claim: SummaryClaim, other: SummaryClaim): boolean {
  const names = claim.text.match(/(?<=[\p{L}\d,;:)] )\p{Lu}[\p{L}\p{N}-]*/gu) ?? [];
  return names.some((name) => !other.text.includes(name));
}

const wordsIn = ({ text }: SummaryClaim): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
