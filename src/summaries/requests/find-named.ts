import { findReplacement, type Publication } from '../../library/index.ts';
import { findPublications } from '../find-publications.ts';

/** What a name that somebody typed fits. */
export interface FoundNamed {
  typed: string;
  /** `one`: it is clear; `several`: each fits; `nearest`: none does, these come near, if any. */
  match: 'one' | 'several' | 'nearest';
  /** Best first, at most eight. */
  publications: Publication[];
}

const mostFound = 8;
const marks = /^[\s"'\u2018\u2019\u201c\u201d]+|[\s"'\u2018\u2019\u201c\u201d.,;:?!]+$/g;
/** What people call any publication: it says which one is meant only where titles or kinds hold it. */
const callsIt =
  /\b(?:(?:latest|current|new|newest|old|older|earlier|previous|former|original|revised|first|second|last) (?:one|version|edition)|papers?|reports?|publications?|documents?|articles?|stud(?:y|ies)|case[- ]stud(?:y|ies)|polic(?:y|ies)|guid(?:elines?|ance)|statements?|standards?|versions?|editions?|evaluations?|pdfs?|texts?|our|called|titled|entitled)\b/gi;
const smallWords = /\b(?:the|an?|on|of|for|in|from|and)\b/gi;
const newest = /\b(?:latest|current|new|newest|later|last|revised|present)\b/i;
const oldest = /\b(?:old|older|oldest|earlier|earliest|previous|former|original|superseded)\b/i;
const plural =
  /\b(papers|reports|policies|guidelines|statements|standards|evaluations|studies)\b/gi;

/** Finds the publication that somebody names in passing, among those that may be read. */
export function findNamed(publications: readonly Publication[], typed: string): FoundNamed {
  const name = typed.replace(marks, '').replace(plural, singularOf);
  const found = look(publications, typed, name);
  if (found.match === 'several') return preferStanding(found);
  if (found.match === 'one') return found;
  for (const which of [newest, oldest]) {
    if (!which.test(name)) continue;
    const editions = look(publications, typed, name.replace(which, ' '));
    if (editions.match === 'one') return editions;
    const chosen = editions.match === 'several' ? editionOf(editions, which === newest) : null;
    if (chosen !== null) return chosen;
  }
  const bare = name.replace(callsIt, ' ').replace(/\s+/g, ' ').trim();
  // A year alone names nothing.
  if (bare === name || !/\p{L}{2}/u.test(bare.replace(smallWords, ' '))) return found;
  const looser = look(publications, typed, bare);
  return looser.match === 'nearest' ? found : preferStanding(looser);
}

/**
 * The publications that several words name together, such as `heart failure papers`, at most eight:
 * by all of the words or, if those do not name so many, without what any publication can be called.
 * A word counts as it is spelt, since nobody should have to wonder which was taken for like.
 */
export function findTogether(
  publications: readonly Publication[],
  typed: string,
  count: number,
): FoundNamed {
  const name = typed.replace(marks, '').replace(plural, singularOf);
  const bare = name.replace(callsIt, ' ');
  const [whole = [], fewer = []] = [name, bare].map((words) => holding(publications, words));
  const found = whole.length === count || whole.length > fewer.length ? whole : fewer;
  const match = found.length === 0 ? 'nearest' : 'several';
  return { typed, match, publications: found.slice(0, mostFound) };
}

function holding(publications: readonly Publication[], name: string): Publication[] {
  const words = plainWords(name.replace(smallWords, ' '));
  if (words.length === 0) return [];
  return publications.filter(({ title, authors, date, source, kind }) => {
    const known = plainWords([title, ...authors, date, source, kind].join(' '));
    return words.every((word) => known.some((each) => each.startsWith(word)));
  });
}

const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function look(publications: readonly Publication[], typed: string, name: string): FoundNamed {
  if (!/[\p{L}\p{N}]/u.test(name)) return { typed, match: 'nearest', publications: [] };
  return { typed, ...findPublications(publications, name, mostFound) };
}

/** Who names a policy means the one in force, not the edition that it replaced. */
function preferStanding(found: FoundNamed): FoundNamed {
  const [standing, ...others] = found.publications.filter(({ status }) => status === 'current');
  if (standing === undefined || others.length > 0) return found;
  const isReplaced = ({ status, supersededBy }: Publication): boolean =>
    status === 'current' ||
    (supersededBy !== null && findReplacement(supersededBy, [standing]) !== undefined);
  return found.publications.every(isReplaced)
    ? { ...found, match: 'one', publications: [standing] }
    : found;
}

/** Of two editions, the newer or the older by their dates. */
function editionOf(found: FoundNamed, isNewest: boolean): FoundNamed | null {
  const [one, other] = found.publications;
  if (one === undefined || other === undefined || found.publications.length > 2) return null;
  if (!areEditions(one, other) || one.date === other.date) return null;
  const isOneNewer = (one.date ?? '') > (other.date ?? '');
  return { ...found, match: 'one', publications: [isOneNewer === isNewest ? one : other] };
}

/** Whether one replaces the other, or both have one title but for its years. */
export function areEditions(one: Publication, other: Publication): boolean {
  const replaces = (later: Publication, { supersededBy }: Publication): boolean =>
    supersededBy !== null && findReplacement(supersededBy, [later]) !== undefined;
  if (replaces(one, other) || replaces(other, one)) return true;
  const [left, right] = [one, other].map(({ title }) =>
    title
      .toLowerCase()
      .replace(/\b(?:19|20)\d\d(?:[-/\u2013]\d{2,4})?\b|\b(?:version|edition|v)\b|\d/g, ' ')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );
  return left === right;
}

function singularOf(word: string): string {
  return word.replace(/ies$/i, 'y').replace(/s$/i, '');
}
