import type { Publication, PublicationKind } from '../../library/index.ts';
import type { FoundToRead } from './find-to-read.ts';

/** Kinds of evidence that a leader looks for, with what they are called. */
const expected: readonly { name: string; kinds: readonly PublicationKind[] }[] = [
  { name: 'policy or statement', kinds: ['policy', 'statement'] },
  { name: 'study or paper', kinds: ['paper'] },
  { name: 'case study', kinds: ['case-study'] },
];
/** Evidence whose latest is older is worth a word. */
const oldAfterYears = 2;
const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * What one might look for on the topic and was not found, as whole sentences: parts of it, kinds of
 * publications, anything recent. Counted, never guessed.
 *
 * @param now UTC ms.
 */
export function findGaps(
  { publications, parts }: Pick<FoundToRead, 'publications' | 'parts'>,
  now: number,
): string[] {
  const documents = publications
    .map(({ publication }) => publication)
    .filter(({ kind }) => kind !== 'notice');
  return [
    ...gapsOfParts(publications, parts),
    ...gapsOfKinds(documents),
    ...gapsOfDates(documents, new Date(now).getUTCFullYear()),
  ];
}

function gapsOfParts(
  publications: FoundToRead['publications'],
  parts: FoundToRead['parts'],
): string[] {
  const missing = parts
    .filter((part) => !publications.some(({ words }) => words.includes(part.words)))
    .map(({ name }) => name);
  if (missing.length > 0) return missing.map((name) => `Nothing was found on ${name}.`);
  if (parts.length < 2 || publications.some(({ words }) => words.length === parts.length))
    return [];
  return [`No publication deals with ${listed.format(parts.map(({ name }) => name))} together.`];
}

function gapsOfKinds(documents: readonly Publication[]): string[] {
  const inForce = documents.filter(({ status }) => status === 'current');
  const has = (some: readonly Publication[], kinds: readonly PublicationKind[]): boolean =>
    some.some(({ kind }) => kinds.includes(kind));
  const absent = expected.filter(({ kinds }) => !has(documents, kinds));
  const outdated = expected.filter(({ kinds }) => has(documents, kinds) && !has(inForce, kinds));
  return [
    ...(absent.length === 0
      ? []
      : [`No ${absent.map(({ name }) => name).join(' and no ')} on this topic was found.`]),
    ...outdated.map(({ name }) => `No ${name} that still stands was found.`),
  ];
}

function gapsOfDates(documents: readonly Publication[], year: number): string[] {
  if (documents.length === 0) return [];
  const dated = documents.flatMap(({ date }) => date ?? []).sort();
  const newest = dated.at(-1)?.slice(0, 4);
  if (newest === undefined) return ['Nothing that was found carries a date.'];
  return year - Number(newest) < oldAfterYears ? [] : [`Nothing newer than ${newest} was found.`];
}
