import type { Publication } from '../../library/index.ts';

/** What has to be known before one relies on publications that count no more, sentence by sentence. */
export function standingNotes(publications: readonly Publication[]): string[] {
  return publications.flatMap(({ title, status, supersededBy }) => {
    if (status === 'current') return [];
    if (status === 'retracted') return [`“${title}” has been retracted: do not rely on it.`];
    return [
      `“${title}” has been superseded${supersededBy === null ? '' : ` by “${supersededBy}”`}.`,
    ];
  });
}
