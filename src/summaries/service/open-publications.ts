import type { Clock } from '../../clock.ts';
import type { LibraryStore, Publication } from '../../library/index.ts';
import type { Audience } from '../../people/index.ts';
import { ReportRefused } from '../report-refused.ts';

/** Whether everybody of these audiences may read a publication now. */
export function isOpen(
  { audience, embargoedUntil, retiredAt }: Publication,
  audiences: readonly Audience[],
  now: number,
): boolean {
  return retiredAt === null && (embargoedUntil ?? 0) <= now && audiences.includes(audience);
}

/**
 * The publications with these ids, in the order of the ids. Nobody learns whether one exists that
 * they may not read.
 *
 * @throws {ReportRefused} `publication-not-open`.
 */
export async function openPublications(
  { library, clock }: { library: Pick<LibraryStore, 'publications'>; clock: Clock },
  ids: readonly string[],
  audiences: readonly Audience[],
): Promise<Publication[]> {
  const found = await library.publications(ids);
  const now = clock.now();
  return ids.map((id) => {
    const publication = found.find((candidate) => candidate.id === id);
    if (publication !== undefined && isOpen(publication, audiences, now)) return publication;
    throw notOpen(ids.length);
  });
}

/** Of one, or of several among which one is not. */
export function notOpen(publications: number): ReportRefused {
  return new ReportRefused(
    'publication-not-open',
    publications === 1
      ? 'There is no such publication, or not everybody who would see this may read it. Choose another, or ask for it in a direct message.'
      : 'One of the publications does not exist, or not everybody who would see this may read it. Choose others, or ask for it in a direct message.',
  );
}
