import type { Publication } from '../../library/index.ts';
import { fewestCompared, mostCompared } from '../compare/compare-publications.ts';
import type { SummaryLength, SummaryReader } from '../summary.ts';
import { areEditions, type FoundNamed, findNamed, findTogether } from './find-named.ts';
import type { ChangesWanted, ComparisonWanted, SummaryWanted } from './typed-request.ts';

/** A report of publications that are known. */
export type MeantReport =
  | { kind: 'summary'; publicationId: string; length: SummaryLength; reader: SummaryReader }
  | { kind: 'comparison'; publicationIds: string[]; columns: string[] }
  | { kind: 'changes'; earlierId: string; laterId: string };

/** Which publications somebody meant. */
export type NamedRequest =
  | { kind: 'clear'; report: MeantReport }
  /** Somebody has to say which; names in the order of the words. */
  | { kind: 'unclear'; names: FoundNamed[]; columns: string[] }
  /** No publication at all: what was typed may be an ordinary question. */
  | { kind: 'nothing' };

/** Ways to read the names that are looked at where none is clear: each name is a search. */
const mostAsked = 8;
/** A name that fits more is a word of general use, unless somebody says that it is a publication. */
const mostCandidates = 3;
/** Somebody speaks of a publication, found or not. */
const saysPublication =
  /\b(?:papers?|reports?|publications?|documents?|articles?|polic(?:y|ies)|guidelines?|guidance|statements?|case[- ]stud(?:y|ies)|stud(?:y|ies)|evaluations?|reviews?|standards?|notices?|(?:19|20)\d\d)\b|["\u201c\u201d]/i;

/**
 * Finds the publications meant among those that all may read who will see the report. Never guesses:
 * what is not clear is asked.
 */
export function namePublications(
  request: SummaryWanted | ComparisonWanted | ChangesWanted,
  publications: readonly Publication[],
): NamedRequest {
  const remembered = new Map<string, FoundNamed>();
  const find = (typed: string): FoundNamed => {
    const found = remembered.get(typed) ?? findNamed(publications, typed);
    remembered.set(typed, found);
    return found;
  };
  switch (request.kind) {
    case 'summary':
      return nameOne(request, find(request.named));
    case 'comparison':
      return nameSeveral(request, find, (typed, count) => findTogether(publications, typed, count));
    case 'changes':
      return nameEditions(request.readings, find);
  }
}

function nameOne(
  { named, length, reader, mayBeQuestion }: SummaryWanted,
  found: FoundNamed,
): NamedRequest {
  const [first] = found.publications;
  if (found.match === 'one' && first !== undefined) {
    return { kind: 'clear', report: { kind: 'summary', publicationId: first.id, length, reader } };
  }
  const isAsked = (found.match === 'several' && !mayBeQuestion) || saysPublication.test(named);
  return isAsked ? { kind: 'unclear', names: [found], columns: [] } : { kind: 'nothing' };
}

interface Reading {
  names: FoundNamed[];
  columns: string[];
}

type Find = (typed: string) => FoundNamed;

function nameSeveral(
  { readings, groups }: ComparisonWanted,
  find: Find,
  findGroup: (typed: string, count: number) => FoundNamed,
): NamedRequest {
  for (const { named, columns } of readings) {
    const ids = idsOf(named, find);
    if (ids !== null && ids.length <= mostCompared) {
      return { kind: 'clear', report: { kind: 'comparison', publicationIds: ids, columns } };
    }
  }
  const found = groups.map((group) => ({ ...group, fits: findGroup(group.named, group.count) }));
  const whole = found.find(({ count, fits }) => fits.publications.length === count);
  if (whole !== undefined) {
    const publicationIds = whole.fits.publications.map(({ id }) => id);
    return {
      kind: 'clear',
      report: { kind: 'comparison', publicationIds, columns: whole.columns },
    };
  }
  const some = found.find(({ fits }) => fits.match === 'several');
  if (readings.length === 0 && some !== undefined) {
    return { kind: 'unclear', names: [some.fits], columns: some.columns };
  }
  return askWhich(
    readings.slice(0, mostAsked).map(({ named, columns }) => ({ names: named.map(find), columns })),
  );
}

function nameEditions(readings: ChangesWanted['readings'], find: Find): NamedRequest {
  for (const named of readings) {
    if (idsOf(named, find) === null) continue;
    const [one, other] = named.map((typed) => find(typed).publications[0]);
    if (one !== undefined && other !== undefined) return clearChanges(one, other);
  }
  const found = readings.slice(0, mostAsked).map((named) => named.map(find));
  for (const [left, right] of found) {
    if (left === undefined || right === undefined) continue;
    const pairs = fitting(left).flatMap((one) =>
      fitting(right)
        .filter((other) => other.id !== one.id && areEditions(one, other))
        .map((other) => [one, other] as const),
    );
    const [pair] = pairs;
    if (pair !== undefined && pairs.length === 1) return clearChanges(...pair);
  }
  return askWhich(found.map((names) => ({ names, columns: [] })));
}

/** Whichever is dated earlier comes first, however they were named. */
function clearChanges(one: Publication, other: Publication): NamedRequest {
  const isTurned = one.date !== null && other.date !== null && other.date < one.date;
  const [earlier, later] = isTurned ? [other, one] : [one, other];
  return { kind: 'clear', report: { kind: 'changes', earlierId: earlier.id, laterId: later.id } };
}

/** Of the names, if each means one publication and no two the same; the first that does not ends it. */
function idsOf(named: readonly string[], find: Find): string[] | null {
  const ids = new Set<string>();
  for (const typed of named) {
    const { match, publications } = find(typed);
    const [first] = publications;
    if (match !== 'one' || first === undefined || ids.has(first.id)) return null;
    ids.add(first.id);
  }
  return ids.size < fewestCompared ? null : [...ids];
}

/** The reading of which the most names fit anything; nothing where none is about publications. */
function askWhich(readings: readonly Reading[]): NamedRequest {
  const missing = ({ names }: Reading): number =>
    names.filter((name) => fitting(name).length === 0).length;
  const [best] = readings.toSorted((left, right) => missing(left) - missing(right));
  if (best === undefined) return { kind: 'nothing' };
  const isSaid = best.names.some(({ typed }) => saysPublication.test(typed));
  const isPlain =
    missing(best) === 0 &&
    best.names.some(({ match }) => match === 'one') &&
    best.names.every(({ publications }) => publications.length <= mostCandidates);
  return isSaid || isPlain ? { kind: 'unclear', ...best } : { kind: 'nothing' };
}

const fitting = ({ match, publications }: FoundNamed): Publication[] =>
  match === 'nearest' ? [] : publications;
