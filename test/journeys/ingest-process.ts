import { createInterface } from 'node:readline';
import { systemClock } from '../../src/clock.ts';
// Not through the index: every life begins with loading, which is no part of the test.
import type { ReadDocument } from '../../src/library/document.ts';
import { ingestLibrary } from '../../src/library/ingest/ingest-library.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';

/** Files of the test: the first line is a heading, every other a paragraph. */
export function documentOf(text: string): ReadDocument {
  const [title = '', ...paragraphs] = text.split('\n').filter((line) => line !== '');
  return {
    format: 'text',
    blocks: [
      { kind: 'heading', level: 1, text: title, pages: [] },
      ...paragraphs.map((line) => ({ kind: 'paragraph' as const, text: line, pages: [] })),
    ],
    pageCount: null,
    pageLabels: null,
    properties: {},
    warnings: [],
  };
}

/** Run as a process of its own: ingests a folder into a database when it is told to go. */
async function ingestWhenTold(location: string, folder: string): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  await new Promise((resolve) => lines.once('line', resolve));
  lines.close();
  process.stdin.destroy();
  const database = await openDatabase(location);
  process.stdout.write('started\n');
  const report = await ingestLibrary([folder], {
    store: createLibraryStore(database.db),
    readDocument: async (_, bytes) => documentOf(new TextDecoder().decode(bytes)),
    indexing: { catchUp: async () => {} },
    clock: systemClock,
    defaults: { audience: 'members' },
    folders: [folder],
  });
  await database.close();
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

const [, script, location, folder] = process.argv;
if (script === import.meta.filename && location !== undefined && folder !== undefined) {
  await ingestWhenTold(location, folder);
}
