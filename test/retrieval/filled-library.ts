import { createHash } from 'node:crypto';
import type { Publication } from '../../src/library/index.ts';
import type { IndexStore } from '../../src/retrieval/index.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createIndexStore } from '../../src/storage/index-store.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';

export interface WrittenPublication extends Partial<Publication> {
  id: string;
  /** One passage each. */
  passages: string[];
}

/** A database with publications in it, for tests of what is derived from them. */
export interface FilledLibrary {
  database: Database;
  indexStore: IndexStore;
  write(...publications: WrittenPublication[]): Promise<void>;
  retire(...ids: string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openFilledLibrary(
  location: string | Database = ':memory:',
): Promise<FilledLibrary> {
  const database = typeof location === 'string' ? await openDatabase(location) : location;
  const store = createLibraryStore(database.db);
  return {
    database,
    indexStore: createIndexStore(database.db),
    write: async (...publications) => {
      await store.save(publications.map(toContent));
    },
    retire: async (...ids) => {
      await store.retire(ids, 'person', 1);
    },
    close: () => database.close(),
  };
}

function toContent({ passages, ...publication }: WrittenPublication) {
  const separator = '\n\n';
  let offset = 0;
  const placed = passages.map((text, ordinal) => {
    const characterStart = offset;
    offset += text.length + separator.length;
    const characterEnd = characterStart + text.length;
    const place = { pageStart: null, pageEnd: null, characterStart, characterEnd };
    return { ordinal, text, headingPath: [], ...place };
  });
  const text = passages.join(separator);
  return {
    publication: {
      source: publication.id,
      title: publication.id,
      authors: [],
      date: null,
      kind: 'paper' as const,
      audience: 'members' as const,
      link: null,
      status: 'current' as const,
      supersededBy: null,
      embargoedUntil: null,
      language: 'en',
      illustrative: true,
      format: 'text' as const,
      pageCount: null,
      pageLabels: null,
      contentHash: createHash('sha256').update(text).digest('hex'),
      addedAt: 0,
      changedAt: 0,
      retiredAt: null,
      ...publication,
    },
    text: { text, pageStarts: [], headings: [] },
    passages: placed,
  };
}

const subjects = ['discharge', 'asthma', 'budget', 'ward', 'referral', 'stroke', 'clinic', 'data'];

/** Publications of three passages each about one of a few subjects, all different. */
export function writtenPublications(count: number): WrittenPublication[] {
  return Array.from({ length: count }, (_, number) => {
    const subject = subjects[number % subjects.length] ?? '';
    const other = subjects[(number * 3 + 1) % subjects.length] ?? '';
    return {
      id: `publication-${number}`,
      passages: [0, 1, 2].map(
        (part) =>
          `The ${subject} team met about ${other} and ${subject} planning in part ${part}. ` +
          `Item ${number} of the agenda was the ${subject} report${part === 1 ? ' with figures' : ''}.`,
      ),
    };
  });
}
