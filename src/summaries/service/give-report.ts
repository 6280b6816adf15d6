import type { Clock } from '../../clock.ts';
import type { LibraryStore, Publication } from '../../library/index.ts';
import type { Log } from '../../observability/log.ts';
import type { Audience } from '../../people/index.ts';
import type { Report } from '../report.ts';
import type { DrawnOn, KeptReport, ReportStore } from '../report-store.ts';
import type { ReportRequest, Summaries } from '../summaries.ts';
import { asItStandsNow } from './as-it-stands-now.ts';
import { isOpen, notOpen } from './open-publications.ts';
import { createWriteOnce, type WritingParts } from './write-once.ts';
import type { Composed } from './write-summary.ts';

export interface GiveReportParts {
  library: Pick<LibraryStore, 'publications'>;
  reports: ReportStore;
  clock: Clock;
  log: Log;
  newId(): string;
}

/** What is to be written, and what it is found by. */
export interface WantedReport {
  key: string;
  owner: string | null;
  drawnOn(report: Report): DrawnOn[];
  compose(parts: WritingParts): Promise<Composed>;
}

export interface GiveReport {
  /** Gives what was written before, else has it written and keeps it. */
  give(request: ReportRequest, wanted: WantedReport): Promise<KeptReport>;
  find: Summaries['find'];
}

export function createGiveReport(parts: GiveReportParts): GiveReport {
  const { library, reports, clock, log, newId } = parts;
  const writeOnce = createWriteOnce(parts);

  /** Null when somebody with these audiences may not read all that it draws on now. */
  async function open(
    kept: KeptReport,
    audiences: readonly Audience[],
  ): Promise<KeptReport | null> {
    const ids = kept.drawnOn.map(({ publicationId }) => publicationId);
    const publications = ids.length === 0 ? [] : await library.publications(ids);
    const now = clock.now();
    const isReadable =
      publications.length === ids.length &&
      publications.every((publication) => isOpen(publication, audiences, now));
    return isReadable ? asItStandsNow(kept, publications) : null;
  }

  return {
    give: async (request, { key, owner, ...wanted }) => {
      const { audiences, signal, onProgress } = request;
      const findKept = async (): Promise<KeptReport | null> => {
        const kept = await reports.findByKey(key, owner);
        return kept === null ? null : open(kept, audiences);
      };
      const given = await findKept();
      signal?.throwIfAborted();
      if (given !== null) {
        // What is somebody's own is kept no longer than they were told.
        if (given.owner === null) await reports.noteUse(given.id, clock.now());
        return given;
      }
      const told = onProgress === undefined ? {} : { onProgress };
      let isOwn = false;
      const write = async (writing: WritingParts): Promise<KeptReport> => {
        isOwn = true;
        const startedAt = performance.now();
        const { report, modelRun, isStandIn } = await wanted.compose(writing);
        const id = newId();
        const drawnOn = wanted.drawnOn(report);
        log.info(
          {
            report_id: id,
            kind: report.kind,
            composer: report.composer,
            publications: drawnOn.length,
            duration_ms: performance.now() - startedAt,
          },
          'report-written',
        );
        const kept = { id, owner, report, drawnOn, modelRun, madeAt: clock.now() };
        return { ...kept, key: isStandIn ? `${key}/${id}` : key };
      };
      for (;;) {
        const asked = { key, owner, signal, find: findKept, ...told };
        const written = await writeOnce(asked, write);
        // That somebody else has spent their budget is no reason to get less.
        if (!isOwn && written.modelRun?.failure === 'over-budget') continue;
        // Writing takes minutes, in which a publication may have been closed or taken out of use.
        const now = await open(written, audiences);
        if (now !== null) return now;
        throw notOpen(written.drawnOn.length);
      }
    },

    find: async (id, { person, audiences }) => {
      const kept = await reports.find(id);
      if (kept === null || (kept.owner !== null && kept.owner !== person)) return null;
      return open(kept, audiences);
    },
  };
}

/** What a report draws on, each publication once. */
export function drawnOn(publications: readonly Publication[]): DrawnOn[] {
  const changes = new Map(publications.map(({ id, changedAt }) => [id, changedAt]));
  return [...changes].map(([publicationId, changedAt]) => ({ publicationId, changedAt }));
}
