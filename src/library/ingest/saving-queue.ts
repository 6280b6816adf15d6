import type { LibraryStore, PublicationContent } from '../library-store.ts';

/** Enough for a transaction's fixed cost (one flush to disk) not to matter. */
const passagesPerTransaction = 2_000;
const publicationsPerTransaction = 500;
const charactersPerTransaction = 16_000_000;

export interface SavingQueue {
  /** Takes a publication; waits while a full batch is being written. */
  add(content: PublicationContent): Promise<void>;
  /** Writes what is left. */
  flush(): Promise<void>;
}

/**
 * Writes publications in batches, each batch in one transaction, so that there is never half a
 * publication and small ones do not each wait for the disk.
 *
 * @param waitMs a publication is written with the first one that comes this long after it.
 * @param onSaved what became of the publications of a batch.
 */
export function createSavingQueue(
  store: LibraryStore,
  options: {
    waitMs: number;
    now: () => number;
    onSaved: (saved: PublicationContent[], overtaken: PublicationContent[]) => void;
  },
): SavingQueue {
  let batch: PublicationContent[] = [];
  let passages = 0;
  let characters = 0;
  let since = 0;
  let writing: Promise<void> = Promise.resolve();

  async function write(contents: PublicationContent[]): Promise<void> {
    const result = await store.save(contents);
    const overtaken = new Set(result.overtaken);
    options.onSaved(
      contents.filter(({ publication }) => !overtaken.has(publication.id)),
      contents.filter(({ publication }) => overtaken.has(publication.id)),
    );
  }

  async function flush(): Promise<void> {
    const contents = batch;
    batch = [];
    passages = 0;
    characters = 0;
    if (contents.length > 0) writing = writing.then(() => write(contents));
    await writing;
  }

  return {
    async add(content) {
      if (batch.length === 0) since = options.now();
      batch.push(content);
      passages += content.passages.length;
      characters += content.text.text.length;
      const isFull =
        passages >= passagesPerTransaction ||
        batch.length >= publicationsPerTransaction ||
        characters >= charactersPerTransaction;
      if (isFull || options.now() - since >= options.waitMs) await flush();
    },
    flush,
  };
}
