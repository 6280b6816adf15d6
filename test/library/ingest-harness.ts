import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  type IngestOptions,
  type IngestParts,
  type IngestReport,
  ingestLibrary,
  type LibraryStore,
  ReadError,
} from '../../src/library/index.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';

/** A library folder, a database and an ingest that records what it asks of its parts. */
export interface IngestHarness {
  folder: string;
  database: Database;
  store: LibraryStore;
  parts: IngestParts;
  /** Names of the files that were parsed, in order of completion. */
  parsed: string[];
  /** How often indexing was asked to catch up. */
  catchUps(): number;
  write(path: string, text: string): void;
  remove(path: string): void;
  ingest(options?: IngestOptions): Promise<IngestReport>;
  /** The stored text; undefined for an unknown source. */
  textOf(source: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/**
 * Files beginning with `broken` cannot be read; any other is a document of one heading, its first
 * line, and one paragraph, the rest.
 */
export async function openIngestHarness(
  open: (root: string) => Promise<Database> = (root) => openDatabase(join(root, 'concord.sqlite')),
): Promise<IngestHarness> {
  const root = mkdtempSync(join(tmpdir(), 'concord-ingest-'));
  const folder = join(root, 'papers');
  mkdirSync(folder);
  const database = await open(root);
  const store = createLibraryStore(database.db);
  const parsed: string[] = [];
  let catchUps = 0;
  let now = 1_700_000_000_000;
  const parts: IngestParts = {
    store,
    clock: { now: () => (now += 1) },
    defaults: { audience: 'members' },
    folders: [folder],
    indexing: {
      catchUp: async () => {
        catchUps += 1;
      },
    },
    readDocument: async (path, bytes) => {
      parsed.push(basename(path));
      const text = new TextDecoder().decode(bytes);
      if (text.startsWith('broken')) {
        throw new ReadError('file-malformed', basename(path), 'is broken', 'Mend it.');
      }
      const [title = '', ...rest] = text.split('\n');
      return {
        format: 'text',
        blocks: [
          { kind: 'heading', level: 1, text: title, pages: [] },
          { kind: 'paragraph', text: rest.join(' ').trim() || 'Nothing more.', pages: [] },
        ],
        pageCount: null,
        pageLabels: null,
        properties: {},
        warnings: text.includes('odd') ? ['something odd was left out'] : [],
      };
    },
  };
  return {
    folder,
    database,
    store,
    parts,
    parsed,
    catchUps: () => catchUps,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    remove: (path) => unlinkSync(join(folder, path)),
    ingest: (options) => ingestLibrary([folder], parts, options),
    async textOf(source) {
      const publication = await store.findBySource(source);
      return publication === null ? undefined : (await store.text(publication.id))?.text;
    },
    async close() {
      await database.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A report of nothing done; for `toMatchObject`. */
export const nothingDone: Omit<IngestReport, 'unchanged' | 'passages' | 'tokens' | 'seconds'> = {
  added: [],
  changed: [],
  retired: [],
  restored: [],
  waiting: [],
  duplicates: [],
  failed: [],
  warnings: [],
  ignored: [],
  interrupted: false,
};
