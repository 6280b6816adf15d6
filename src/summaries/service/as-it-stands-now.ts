import type { Publication } from '../../library/index.ts';
import type { KeptReport } from '../report-store.ts';

/**
 * A report with what is known of its publications now, such as that one is superseded; one that has
 * changed since is said to have.
 */
export function asItStandsNow(kept: KeptReport, publications: readonly Publication[]): KeptReport {
  const { report, drawnOn } = kept;
  const known = new Map(publications.map((publication) => [publication.id, publication]));
  const changed = drawnOn.flatMap(({ publicationId, changedAt }) => {
    const publication = known.get(publicationId);
    return publication === undefined || publication.changedAt === changedAt ? [] : [publication];
  });
  const sources = report.sources.map((source) => ({
    ...source,
    publication: known.get(source.publication.id) ?? source.publication,
  }));
  const notes = changed.map(
    ({ title }) => `“${title}” has changed since this was written. Ask again for what it says now.`,
  );
  return { ...kept, report: { ...report, sources, notes: [...notes, ...report.notes] } };
}
