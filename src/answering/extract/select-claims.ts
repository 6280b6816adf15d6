import type { PublicationText } from '../../library/index.ts';
import type { Question, QuestionType } from '../question/question.ts';
import type { Candidate } from './candidate.ts';
import { chooseCompared } from './choose-compared.ts';
import { findEnumeratedHeadings } from './enumerated-headings.ts';
import { isDangling, pointsBack } from './points-back.ts';
import type { RankedCandidate } from './rank-candidates.ts';

/** Most claims of an answer, unless it is a list. */
const mostClaims = 3;
const mostFacts = 2;
const mostListItems = 12;
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
const mostOverlap = 0.6;
const longestClaim = 600;

/** A claim to be: its candidate, with the places in the text that it quotes. */
export interface ChosenClaim {
  candidate: Candidate;
  ranges: Candidate['ranges'];
}

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
  if (list.length > 1) {
    return list.slice(0, mostListItems).map((item, index) => ({
      candidate: item.candidate,
      ranges: index === 0 ? item.candidate.ranges : item.candidate.ranges.slice(-1),
    }));
  }
  const compared = chooseCompared(ranked, question);
  if (compared.length > 1) {
    return compared.map(({ candidate }) => ({ candidate, ranges: withAntecedent(candidate) }));
  }
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
  const led = new Set<string>();
  const claims = inReadingOrder(chosen).map(({ candidate }) => {
    const ranges = withAntecedent(candidate);
    if (candidate.kind !== 'list-item' || candidate.group === null) return { candidate, ranges };
    const list = `${candidate.retrieved.publication.id} ${candidate.group}`;
    if (led.has(list)) return { candidate, ranges: ranges.slice(-1) };
    led.add(list);
    return { candidate, ranges };
  });
  return withoutContained(claims);
}

/** What another claim quotes as well, since it needs it to be understood, is not said twice. */
function withoutContained(claims: readonly ChosenClaim[]): ChosenClaim[] {
  const holds = (outer: ChosenClaim, inner: ChosenClaim): boolean =>
    outer.candidate.retrieved.publication.id === inner.candidate.retrieved.publication.id &&
    inner.ranges.every(({ start, end }) =>
      outer.ranges.some((range) => range.start <= start && end <= range.end),
    );
  const kept: ChosenClaim[] = [];
  for (const claim of claims) {
    if (kept.some((earlier) => holds(earlier, claim))) continue;
    const contained = kept.findIndex((earlier) => holds(claim, earlier));
    if (contained < 0) kept.push(claim);
    else kept[contained] = claim;
  }
  return kept;
}

/** All items of the list that the best candidate is an item of, in their order. */
function listOf(best: RankedCandidate, ranked: readonly RankedCandidate[]): RankedCandidate[] {
  const { kind, group, retrieved } = best.candidate;
  if (kind !== 'list-item' || group === null) return [];
  return ranked
    .filter(
      ({ candidate }) =>
        candidate.group === group &&
        candidate.retrieved.publication.id === retrieved.publication.id,
    )
    .sort((left, right) => startOf(left.candidate) - startOf(right.candidate));
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

const startOf = (candidate: Candidate): number => candidate.ranges.at(-1)?.start ?? 0;

/** One item of a list that the answer does not otherwise draw on says too little on its own. */
function isPartOfOtherList(each: Candidate, best: Candidate): boolean {
  return each.kind === 'list-item' && each.group !== null && each.group !== best.group;
}

/** A table row next to a sentence answers only where figures or several things are asked for. */
function addsAnAnswer(each: RankedCandidate, best: RankedCandidate, { type }: Question): boolean {
  if (isDangling(each.candidate)) return false;
  if (isPartOfOtherList(each.candidate, best.candidate)) return false;
  return (
    each.candidate.kind !== 'table-row' ||
    best.candidate.kind === 'table-row' ||
    answeredByRows.has(type)
  );
}

/** Whether most of what a candidate says has been said. */
function repeats({ terms, candidate }: RankedCandidate, said: RankedCandidate): boolean {
  if (candidate.text === said.candidate.text) return true;
  let shared = 0;
  for (const term of terms) if (said.terms.has(term)) shared += 1;
  return shared > mostOverlap * Math.min(terms.size, said.terms.size);
}

/** A sentence that begins with `It` or `However` is quoted with the one before it. */
function withAntecedent(candidate: Candidate): Candidate['ranges'] {
  const { previous, ranges } = candidate;
  const own = ranges[0];
  const before = previous?.ranges[0];
  if (own === undefined || before === undefined || !previous || !pointsBack(candidate.text)) {
    return ranges;
  }
  if (own.end - before.start > longestClaim || pointsBack(previous.text)) return ranges;
  return [{ start: before.start, end: own.end }];
}
