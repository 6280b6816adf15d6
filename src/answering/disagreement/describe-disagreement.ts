import { type Publication, rankOfKind } from '../../library/index.ts';
import type { Answered, Source } from '../answer.ts';
import { sourcesOf } from '../citations.ts';
import type { Disagreement } from './disagreement.ts';

/** How publications are named where the answer is read. */
export interface PublicationWords {
  /** What bears on how far it can be relied on: `policy, March 2024, superseded`. */
  facts(publication: Publication): string;
  /** Such as `case study`. */
  kind(publication: Publication): string;
}

/** Most sources of a claim that are named. */
const mostNamed = 3;

/**
 * The disagreements of an answer in plain words, each once: `[1] (policy, March 2024) and [2] (paper,
 * 2021) say different things. [1] is newer, and a policy ranks above a paper.`
 */
export function describeDisagreements(answer: Answered, words: PublicationWords): string[] {
  const said = answer.disagreements.flatMap((one) => describe(one, answer, words) ?? []);
  return [...new Set(said)];
}

/** Null when a side has no source, which none that was found by program has. */
function describe(
  { claims: places, newer, ranksHigher }: Disagreement,
  { claims, sources }: Answered,
  words: PublicationWords,
): string | null {
  const sidesOf = places.map((place) => {
    const claim = claims[place];
    return claim === undefined ? [] : sourcesOf(claim, sources);
  });
  const [left = [], right = []] = sidesOf;
  if (left.length === 0 || right.length === 0) return null;
  const named = sidesOf.map((side) => nameSources(side, words));
  const isLong = left.length > 1 || right.length > 1;
  const both = `${named.join(isLong ? ', and ' : ' and ')} say different things.`;
  const sideAt = (place: number): Source[] => (place === places[0] ? left : right);
  const age = newer === null ? null : describeAge(sideAt(newer));
  const [higher, lower] = ranksHigher === places[0] ? [left, right] : [right, left];
  const rank = ranksHigher === null ? null : describeRank(higher, lower, words);
  return [both, ...standingOf(age, rank, newer === ranksHigher)].join(' ');
}

function standingOf(age: string | null, rank: string | null, isSameSide: boolean): string[] {
  if (age !== null && rank !== null) return [`${age}, ${isSameSide ? 'and' : 'but'} ${rank}.`];
  const one = age ?? rank;
  return one === null ? [] : [`${one.charAt(0).toUpperCase()}${one.slice(1)}.`];
}

/** `[1] (policy, March 2024) with [3] (paper, 2020)`. */
function nameSources(side: readonly Source[], { facts }: PublicationWords): string {
  const named = side
    .slice(0, mostNamed)
    .map(({ number, publication }) => `[${number}] (${facts(publication)})`);
  return named.join(' with ') + (side.length > mostNamed ? ' …' : '');
}

function describeAge(side: readonly Source[]): string {
  const numbers = side.slice(0, mostNamed).map(({ number }) => `[${number}]`);
  return `${numbers.join(' ')} ${side.length > 1 ? 'are' : 'is'} newer`;
}

/** Of the kinds on either side, those that are nearest to each other. */
function describeRank(
  higher: readonly Source[],
  lower: readonly Source[],
  { kind }: PublicationWords,
): string {
  const rank = ({ publication }: Source): number => rankOfKind[publication.kind];
  const least = higher.toSorted((one, other) => rank(one) - rank(other))[0];
  const most = lower.toSorted((one, other) => rank(other) - rank(one))[0];
  const nameOf = (source: Source | undefined): string =>
    source === undefined ? '' : kind(source.publication);
  return `a ${nameOf(least)} ranks above a ${nameOf(most)}`;
}
