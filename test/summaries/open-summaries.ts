import type { OpenModelSession, SearchParts } from '../../src/answering/index.ts';
import type { Publication } from '../../src/library/index.ts';
import { ReadError } from '../../src/library/index.ts';
import { documentFromBytes } from '../../src/library/readers/document-from-bytes.ts';
import type { ReadFailure } from '../../src/library/readers/read-failure.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';
import { createReportStore } from '../../src/storage/report-store.ts';
import { createSummaries } from '../../src/summaries/index.ts';
import { readSampleText } from '../fakes/read-sample.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { createTestClock } from '../fakes/test-clock.ts';

export const studyText = [
  '# Falls at home',
  'We set out to learn whether visits by a pharmacist reduce falls among people over 75.',
  '## Methods',
  'We randomised 412 people in Leeds to visits or to usual care and followed them for a year.',
  '## Results',
  'Falls fell by 23% among those who were visited, from 1.8 to 1.4 a year.',
  '## Conclusions',
  'We recommend that practices offer a visit to everybody over 75 who takes five medicines or more.',
].join('\n\n');

/** The service over a database of its own, and what it was asked to look at. */
export async function openSummaries({
  openModelSession = null,
  composer = '',
  database: given,
}: {
  openModelSession?: OpenModelSession | null;
  composer?: string;
  database?: Database;
} = {}) {
  const database = given ?? (await openDatabase(':memory:'));
  const clock = createTestClock();
  const { log, entries } = createRecordingLog();
  const store = createLibraryStore(database.db);
  let texts = 0;
  const library = {
    publications: store.publications,
    passagesOf: store.passagesOf,
    text: (id: string) => {
      texts += 1;
      return store.text(id);
    },
  };
  const unsearched = (): never => {
    throw new Error('nothing should be searched for');
  };
  const search: SearchParts = {
    retriever: { retrieve: unsearched },
    termStatistics: unsearched,
    publicationTexts: unsearched,
    passagesOf: unsearched,
  };
  let ids = 0;
  const reports = createReportStore(database, clock);
  const summaries = createSummaries({
    library,
    search,
    publications: unsearched,
    libraryState: async () => 'state',
    reports,
    readDocument: (path, bytes) =>
      documentFromBytes(bytes, path, { inflatedBytes: 1_000_000 }).catch((failure: ReadFailure) => {
        throw new ReadError(failure.code, path, failure.message, failure.advice);
      }),
    openModelSession,
    composer,
    clock,
    log,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  return {
    summaries,
    store,
    reports,
    clock,
    log: entries,
    /** How many texts were read so far. */
    textsRead: () => texts,
    /** Puts a publication into the library, or another edition of it. */
    publish: async (markdown: string, overrides: Partial<Publication> = {}) => {
      const { publication, text, passages } = await readSampleText(markdown, {
        id: 'falls',
        title: 'Falls at home',
        kind: 'paper',
        ...overrides,
      });
      await store.save([{ publication, text, passages }]);
      return publication;
    },
    close: () => database.close(),
  };
}
