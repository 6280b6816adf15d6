import type { Publication, PublicationKind } from '../../library/index.ts';

/** Who comes first to a library asks what it stands for, then what happened. */
const kindsInTurn: readonly PublicationKind[] = [
  'statement',
  'case-study',
  'policy',
  'paper',
  'answer',
];

/**
 * Publications in the order in which they are offered: one of each kind in turn, each kind's latest
 * first. Only what is current and in English, as the questions are.
 */
export function orderPublications(publications: readonly Publication[]): Publication[] {
  const queues = kindsInTurn.map((kind) =>
    publications
      .filter((publication) => publication.kind === kind && isOffered(publication))
      .sort(byLatest),
  );
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: longest }, (_, turn) =>
    queues.flatMap((queue) => queue[turn] ?? []),
  ).flat();
}

function isOffered({ status, language }: Publication): boolean {
  return status === 'current' && /^en(?:-|$)/i.test(language);
}

function byLatest(one: Publication, other: Publication): number {
  const [a, b] = [one.date ?? '', other.date ?? ''];
  if (a !== b) return a < b ? 1 : -1;
  return one.title < other.title ? -1 : 1;
}
