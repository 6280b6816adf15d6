import { type OpenModelSession, redactIdentifiers, type SearchParts } from '../answering/index.ts';
import type { Clock } from '../clock.ts';
import type { LibraryStore, Publication, ReadDocumentBytes } from '../library/index.ts';
import type { Log } from '../observability/log.ts';
import type { Audience } from '../people/index.ts';
import { writeBriefing } from './briefing/write-briefing.ts';
import { findChanges } from './changes/find-changes.ts';
import { comparePublications } from './compare/compare-publications.ts';
import { comparisonColumns } from './compare/comparison-columns.ts';
import { createSummariseAside } from './extract/summarise-aside.ts';
import type { ReadPublication } from './read-publication.ts';
import type { Report } from './report.ts';
import type { KeptReport, ReportStore } from './report-store.ts';
import { fileNotes } from './service/file-notes.ts';
import { createGiveReport, drawnOn } from './service/give-report.ts';
import { openPublications } from './service/open-publications.ts';
import { hashOfFile, publicationOfFile } from './service/publication-of-file.ts';
import { reportKeyOf } from './service/report-key.ts';
import { standingNotes } from './service/standing-notes.ts';
import type { WritingParts } from './service/write-once.ts';
import { type Composed, writeSummary } from './service/write-summary.ts';
import type { Summaries } from './summaries.ts';

/** What writing reports needs of the rest. */
export interface SummariesParts {
  library: Pick<LibraryStore, 'publications' | 'text' | 'passagesOf'>;
  /** Looks topics up, and what comparisons ask in words of one's own. */
  search: SearchParts;
  /** What somebody with these audiences may read now, without notices of sessions. */
  publications(audiences: readonly Audience[]): Promise<Publication[]>;
  /** Changes whenever a search may find something else. */
  libraryState(): Promise<string>;
  reports: ReportStore;
  /** In a process of its own, within limits. @throws {ReadError} */
  readDocument: ReadDocumentBytes;
  /** Null when no model is configured. */
  openModelSession: OpenModelSession | null;
  /** Changes with the model, its prompts and its settings; empty when there is none. */
  composer: string;
  clock: Clock;
  log: Log;
  /** Unguessable. */
  newId(): string;
}

/**
 * Creates the service. A report is given again while its publications are as they were, to whoever
 * may read them now; asked for by several at once, it is written once. A report in which a model was
 * wanted and did not do its part is given to who asked, and not again.
 */
export function createSummaries(parts: SummariesParts): Summaries {
  const { library, search, openModelSession, clock, composer } = parts;
  const writers = { openModelSession, summariseAside: createSummariseAside() };
  const { give, find } = createGiveReport(parts);

  const readKept = async (publication: Publication): Promise<ReadPublication> => {
    const { id } = publication;
    const [text, passages] = await Promise.all([library.text(id), library.passagesOf(id)]);
    return { publication, text: text ?? { text: '', pageStarts: [], headings: [] }, passages };
  };

  /** All of them, told of as one step. */
  const readAll = async (
    publications: readonly Publication[],
    { onProgress, signal }: WritingParts,
  ): Promise<ReadPublication[]> => {
    const pages = publications.reduce((sum, { pageCount }) => sum + (pageCount ?? 0), 0);
    onProgress({ kind: 'reading', publications: publications.length, pages: pages || null });
    const reads = await Promise.all(publications.map(readKept));
    signal.throwIfAborted();
    return reads;
  };

  return {
    find,

    summarise: async (request): Promise<KeptReport> => {
      const { publicationId, length, reader, audiences, asker, channel } = request;
      const publications = await openPublications(parts, [publicationId], audiences);
      const asked = { length, reader };
      return give(request, {
        key: reportKeyOf({ kind: 'summary', publications, asked, composer }),
        owner: null,
        drawnOn: () => drawnOn(publications),
        compose: async (writing) => {
          const [one] = await readAll(publications, writing);
          if (one === undefined) throw new Error(`publication ${publicationId} was not read`);
          return writeSummary(writers, one, { ...asked, asker, channel, ...writing });
        },
      });
    },

    summariseFile: async (request): Promise<KeptReport> => {
      const { filename, bytes, owner, length, reader, asker, channel } = request;
      const file = { id: filename, contentHash: hashOfFile(bytes), changedAt: 0 };
      const asked = { length, reader };
      return give(request, {
        key: reportKeyOf({ kind: 'summary', publications: [file], asked, composer }),
        owner,
        drawnOn: () => [],
        compose: async (writing) => {
          const { onProgress, signal } = writing;
          onProgress({ kind: 'reading-file', filename });
          const { read, identifiers } = await publicationOfFile(
            request,
            parts.readDocument,
            clock.now(),
          );
          signal.throwIfAborted();
          onProgress({ kind: 'reading', publications: 1, pages: read.publication.pageCount });
          const options = { ...asked, asker, channel, ...writing };
          const composed = await writeSummary(writers, read, options);
          const notes = [...composed.report.notes, ...fileNotes(identifiers, composed.modelRun)];
          return { ...composed, report: { ...composed.report, notes } };
        },
      });
    },

    compare: async (request): Promise<KeptReport> => {
      const { publicationIds, audiences } = request;
      const columns = cleanColumns(request.columns);
      const publications = await openPublications(parts, publicationIds, audiences);
      return give(request, {
        key: reportKeyOf({ kind: 'comparison', publications, asked: { columns }, composer: '' }),
        owner: null,
        drawnOn: () => drawnOn(publications),
        compose: async (writing) => {
          const reads = await readAll(publications, writing);
          const report = await comparePublications(reads, { columns, search, ...writing });
          return written({ ...report, notes: [...standingNotes(publications), ...report.notes] });
        },
      });
    },

    changes: async (request): Promise<KeptReport> => {
      const { earlierId, laterId, audiences } = request;
      const publications = await openPublications(parts, [earlierId, laterId], audiences);
      return give(request, {
        key: reportKeyOf({ kind: 'changes', publications, asked: {}, composer: '' }),
        owner: null,
        drawnOn: () => drawnOn(publications),
        compose: async (writing) => {
          const [earlier, later] = await readAll(publications, writing);
          if (earlier === undefined || later === undefined) throw new Error('two were not read');
          return written(await findChanges(earlier, later, writing));
        },
      });
    },

    brief: async (request): Promise<KeptReport> => {
      const { audiences } = request;
      const topic = cleanWords(request.topic);
      const asked = {
        topic: topic.toLowerCase(),
        audiences: [...new Set(audiences)].sort(),
        libraryState: await parts.libraryState(),
        // What is under embargo is found from a day on without any change of the library.
        day: new Date(clock.now()).toISOString().slice(0, 10),
      };
      return give(request, {
        key: reportKeyOf({ kind: 'briefing', publications: [], asked, composer: '' }),
        owner: null,
        drawnOn: ({ sources }) => drawnOn(sources.map(({ publication }) => publication)),
        compose: async (writing) =>
          written(
            await writeBriefing(
              { ...search, ...parts },
              { topic, audiences, signal: writing.signal },
            ),
          ),
      });
    },
  };
}

/** Without a model. */
function written(report: Report): Composed {
  return { report, modelRun: null, isStandIn: false };
}

/** What somebody typed, in one line and without identifiers of people. */
function cleanWords(typed: string): string {
  return redactIdentifiers(typed).text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Each once, cleaned; the standard ones where none is named. */
function cleanColumns(columns: readonly string[]): string[] {
  const named = columns.map(cleanWords).filter((column) => column !== '');
  return named.length === 0 ? [...comparisonColumns] : [...new Set(named)];
}
