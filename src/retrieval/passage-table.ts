import { growArray } from './arrays/grow-array.ts';
import type { IndexedPublication } from './index-store.ts';

const noEntry = 0xffff_ffff;

/** A publication with the keys of its passages. */
export interface TableEntry {
  publication: IndexedPublication;
  /** In order of their place in the publication. */
  keys: number[];
}

export interface TableSnapshot {
  publications: IndexedPublication[];
  /** By key, as the two after it. */
  passageIds: Uint32Array;
  ordinals: Uint32Array;
  entryOf: Uint32Array;
}

/**
 * Which passages the indexes hold, under which key, and of which publication. Keys count up from 0
 * and are not used again while the table lives, so no index can mistake a new passage for an old one.
 */
export class PassageTable {
  readonly #entries: TableEntry[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #keyOf = new Map<number, number>();
  #passageIds: Uint32Array = new Uint32Array(0);
  #ordinals: Uint32Array = new Uint32Array(0);
  /** Entry number by key. */
  #entryOf: Uint32Array = new Uint32Array(0);
  #keys = 0;
  #changes = 0;

  /** Goes up whenever anything in the table changes. */
  get changes(): number {
    return this.#changes;
  }

  /** Live passages. */
  get size(): number {
    return this.#keyOf.size;
  }

  /** Keys given out so far, removed ones included. */
  get capacity(): number {
    return this.#keys;
  }

  get entries(): readonly TableEntry[] {
    return this.#entries;
  }

  find(publicationId: string): TableEntry | undefined {
    return this.#entries[this.#numberOf.get(publicationId) ?? -1];
  }

  /** Adds a publication, or replaces what is known of it; its passages stay. */
  putPublication(publication: IndexedPublication): void {
    this.#changes++;
    const number = this.#numberOf.get(publication.id);
    const known = this.#entries[number ?? -1];
    if (known) {
      known.publication = publication;
      return;
    }
    this.#numberOf.set(publication.id, this.#entries.length);
    this.#entries.push({ publication, keys: [] });
  }

  /** Gives a passage of a known publication its key. */
  addPassage(publicationId: string, passageId: number, ordinal: number): number {
    this.#changes++;
    const number = this.#numberOf.get(publicationId);
    const entry = this.#entries[number ?? -1];
    if (number === undefined || !entry) throw new RangeError(`no publication ${publicationId}`);
    const key = this.#keys++;
    this.#passageIds = growArray(this.#passageIds, this.#keys);
    this.#ordinals = growArray(this.#ordinals, this.#keys);
    this.#entryOf = growArray(this.#entryOf, this.#keys);
    this.#passageIds[key] = passageId;
    this.#ordinals[key] = ordinal;
    this.#entryOf[key] = number;
    this.#keyOf.set(passageId, key);
    entry.keys.push(key);
    return key;
  }

  /** Forgets all passages of a publication and returns their keys. */
  removePassages(publicationId: string): number[] {
    this.#changes++;
    const entry = this.find(publicationId);
    if (!entry) return [];
    for (const key of entry.keys) {
      this.#keyOf.delete(this.passageId(key));
      this.#entryOf[key] = noEntry;
    }
    return entry.keys.splice(0);
  }

  keyOf(passageId: number): number | undefined {
    return this.#keyOf.get(passageId);
  }

  passageId(key: number): number {
    return this.#passageIds[key] ?? 0;
  }

  ordinal(key: number): number {
    return this.#ordinals[key] ?? 0;
  }

  /** Number of the passage's publication, an index into {@link entries}; no index once removed. */
  entryNumber(key: number): number {
    return this.#entryOf[key] ?? noEntry;
  }

  /** Everything as plain data, to be written to and read from a file. */
  snapshot(): TableSnapshot {
    return {
      publications: this.#entries.map(({ publication }) => publication),
      passageIds: this.#passageIds.subarray(0, this.#keys),
      ordinals: this.#ordinals.subarray(0, this.#keys),
      entryOf: this.#entryOf.subarray(0, this.#keys),
    };
  }

  static fromSnapshot({ publications, ...arrays }: TableSnapshot): PassageTable {
    const table = new PassageTable();
    for (const publication of publications) table.putPublication(publication);
    table.#passageIds = arrays.passageIds;
    table.#ordinals = arrays.ordinals;
    table.#entryOf = arrays.entryOf;
    table.#keys = arrays.passageIds.length;
    for (const [key, number] of arrays.entryOf.entries()) {
      const entry = table.#entries[number];
      if (!entry) continue;
      entry.keys.push(key);
      table.#keyOf.set(table.passageId(key), key);
    }
    return table;
  }

  /** Keys of live passages. */
  keys(): IterableIterator<number> {
    return this.#keyOf.values();
  }
}
