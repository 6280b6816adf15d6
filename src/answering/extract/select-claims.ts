import type { PublicationText } from '../../library/index.ts';
import type { Question, QuestionType } from '../question/question.ts';
import { repeats, withoutContained } from './avoid-repetition.ts';
import type { Candidate } from './candidate.ts';
import { chooseCompared } from './choose-compared.ts';
import type { ChosenClaim } from './chosen-claim.ts';
import { findEnumeratedHeadings } from './enumerated-headings.ts';
import { isDangling } from './points-back.ts';
import type { RankedCandidate } from './rank-candidates.ts';
import {
  asList,
  isPartOfOtherList,
  listOf,
  mostListItems,
  sameList,
  startOf,
} from './whole-lists.ts';
import { withAntecedent } from './with-antecedent.ts';

/** Most claims of an answer, unless it is a list. */
const mostClaims = 3;
const mostFacts = 2;
/** A list of which two items were chosen is given whole when it is no longer than this. */
const mostItemsCompleted = 5;
/** How far behind the best a further claim may score: e^-1.2, three in ten of its odds. */
const margin = 1.2;
/** One fact answers these; more sentences would only bury it. */
const singleFact: ReadonlySet<QuestionType> = new Set([
  'who',
  'when',
  'where',
  'how-many',
  'how-much',
  'how-long',
  'definition',
]);
const singleFactMargin = 0.6;
const answeredByRows: ReadonlySet<QuestionType> = new Set([
  'how-many',
  'how-much',
  'how-long',
  'when',
  'list',
]);

/**
 * Chooses what to say, the answer first: the best candidate, others nearly as good that add
 * something, and the whole list where one of its items was chosen for a question that asks for a
 * list.
 *
 * @param ranked best first.
 * @param texts of the publications by id; without them, lists made of headings are not seen.
 */
export function selectClaims(
  ranked: readonly RankedCandidate[],
  question: Question,
  texts: ReadonlyMap<string, PublicationText> = new Map(),
): ChosenClaim[] {
  const best = ranked[0];
  if (best === undefined) return [];
  const found = ranked.map(({ candidate: { retrieved } }) => retrieved);
  const enumerated = findEnumeratedHeadings(question, [...new Set(found)], texts);
  if (enumerated.length > 0) {
    return enumerated
      .slice(0, mostListItems)
      .map((candidate) => ({ candidate, ranges: candidate.ranges }));
  }
  const list = question.type === 'list' || question.type === 'what' ? listOf(best, ranked) : [];
  if (list.length > 1) return asList(list);
  const compared = chooseCompared(ranked, question);
  if (compared.length > 1) return saidOnce(compared);
  const isFact = singleFact.has(question.type);
  const allowed = isFact ? singleFactMargin : margin;
  const most = isFact ? mostFacts : mostClaims;
  const chosen: RankedCandidate[] = [];
  for (const each of ranked) {
    if (best.score - each.score > allowed || chosen.length === most) break;
    if (chosen.some((other) => repeats(each, other))) continue;
    if (each !== best && !addsAnAnswer(each, best, question)) continue;
    chosen.push(each);
  }
  const begun = chosen.find((each) =>
    chosen.some((other) => each !== other && sameList(each, other)),
  );
  const whole = begun === undefined ? [] : listOf(begun, ranked);
  if (begun === best && whole.length > 1 && whole.length <= mostItemsCompleted)
    return asList(whole);
  return withoutContained(saidOnce(inReadingOrder(chosen)));
}

/** Claims with what each needs to be understood; items of one list share its lead-in. */
function saidOnce(chosen: readonly RankedCandidate[]): ChosenClaim[] {
  const led = new Set<string>();
  return chosen.map(({ candidate }) => {
    const ranges = withAntecedent(candidate);
    if (candidate.kind !== 'list-item' || candidate.group === null) return { candidate, ranges };
    const list = `${candidate.retrieved.publication.id} ${candidate.group}`;
    if (led.has(list)) return { candidate, ranges: ranges.slice(-1) };
    led.add(list);
    return { candidate, ranges };
  });
}

/** The best first; then what stands in the same publication, as it stands there; then the rest. */
function inReadingOrder(chosen: readonly RankedCandidate[]): RankedCandidate[] {
  const [first, ...rest] = chosen;
  if (first === undefined) return [];
  const order = [...new Set(chosen.map(({ candidate }) => candidate.retrieved.publication.id))];
  const place = ({ candidate }: RankedCandidate): number =>
    order.indexOf(candidate.retrieved.publication.id);
  return [
    first,
    ...rest.sort(
      (left, right) =>
        place(left) - place(right) || startOf(left.candidate) - startOf(right.candidate),
    ),
  ];
}

/** A sentence in brackets belongs to the one before it. */
function isAside({ kind, text }: Candidate): boolean {
  return kind === 'sentence' && text.startsWith('(');
}

/** A table row next to a sentence answers only where figures or several things are asked for. */
function addsAnAnswer(each: RankedCandidate, best: RankedCandidate, { type }: Question): boolean {
  if (isDangling(each.candidate) || isAside(each.candidate)) return false;
  if (isPartOfOtherList(each.candidate, best.candidate)) return false;
  return (
    each.candidate.kind !== 'table-row' ||
    best.candidate.kind === 'table-row' ||
    answeredByRows.has(type)
  );
}
