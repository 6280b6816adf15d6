import { createLibraryStore } from '../../src/storage/library-store.ts';
import { describeOnEachDatabase } from './databases.ts';
import { describeLibraryStore } from './library-store-contract.ts';

describeOnEachDatabase('library store', (open) => {
  describeLibraryStore('the library', async () => createLibraryStore((await open()).db));
});
