import { createLibraryStore } from '../../src/storage/library-store.ts';
import { describeOnEachDatabase } from './databases.ts';
import { describeLibraryChanges } from './library-changes-contract.ts';
import { describeLibraryStore } from './library-store-contract.ts';

describeOnEachDatabase('library store', (open) => {
  const openStore = async () => createLibraryStore((await open()).db);
  describeLibraryStore('what is kept', openStore);
  describeLibraryChanges('what changes', openStore);
});
