import type { Publication } from '../../library/index.ts';
import type { SummaryLength, SummaryReader } from '../summary.ts';
import { areEditions, type FoundNamed, findNamed } from './find-named.ts';
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

const fewest = 2;
const most = 8;
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
      return nameSeveral(
        request.readings.map(({ named, columns }) => ({ names: named.map(find), columns })),
      );
    case 'changes':
      return nameEditions(request.readings.map((names) => names.map(find)));
  }
}

function nameOne({ named, length, reader }: SummaryWanted, found: FoundNamed): NamedRequest {
  const [first] = found.publications;
  if (found.match === 'one' && first !== undefined) {
    return { kind: 'clear', report: { kind: 'summary', publicationId: first.id, length, reader } };
  }
  const isAsked = found.match === 'several' || saysPublication.test(named);
  return isAsked ? { kind: 'unclear', names: [found], columns: [] } : { kind: 'nothing' };
}

interface Reading {
  names: FoundNamed[];
  columns: string[];
}

function nameSeveral(readings: readonly Reading[]): NamedRequest {
  for (const { names, columns } of readings) {
    const ids = idsOf(names);
    if (ids !== null && ids.length <= most) {
      return { kind: 'clear', report: { kind: 'comparison', publicationIds: ids, columns } };
    }
  }
  return askWhich(readings);
}

function nameEditions(readings: readonly FoundNamed[][]): NamedRequest {
  for (const names of readings) {
    const [one, other] = idsOf(names) ? names.map(({ publications: [only] }) => only) : [];
    if (one !== undefined && other !== undefined) return clearChanges(one, other);
  }
  for (const names of readings) {
    const [left, right] = names;
    if (left === undefined || right === undefined) continue;
    const pairs = fitting(left).flatMap((one) =>
      fitting(right)
        .filter((other) => other.id !== one.id && areEditions(one, other))
        .map((other) => [one, other] as const),
    );
    const [pair] = pairs;
    if (pair !== undefined && pairs.length === 1) return clearChanges(...pair);
  }
  return askWhich(readings.map((names) => ({ names, columns: [] })));
}

/** Whichever is dated earlier comes first, however they were named. */
function clearChanges(one: Publication, other: Publication): NamedRequest {
  const isTurned = one.date !== null && other.date !== null && other.date < one.date;
  const [earlier, later] = isTurned ? [other, one] : [one, other];
  return { kind: 'clear', report: { kind: 'changes', earlierId: earlier.id, laterId: later.id } };
}

/** Of the names, if each means one publication and no two the same. */
function idsOf(names: readonly FoundNamed[]): string[] | null {
  const ids = names.flatMap(({ match, publications: [first] }) =>
    match === 'one' && first !== undefined ? [first.id] : [],
  );
  return ids.length === names.length &&
    new Set(ids).size >= fewest &&
    new Set(ids).size === ids.length
    ? ids
    : null;
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
