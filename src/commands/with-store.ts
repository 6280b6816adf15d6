import type { LibraryStore } from '../library/index.ts';

/** Opens the library for the time of some work. */
export type WithStore = <Result>(work: (store: LibraryStore) => Promise<Result>) => Promise<Result>;
