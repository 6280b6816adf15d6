import { expect, test } from 'vitest';
import { createLibraryStore } from '../../src/storage/library-store.ts';
import { liftEmbargo } from '../../src/storage/lift-embargo.ts';
import { describeOnEachDatabase } from './databases.ts';
import { contentOf, publicationOf } from './library-contents.ts';

describeOnEachDatabase('the end of an embargo', (openDatabase) => {
  async function open(embargoedUntil: number | null) {
    const { db } = await openDatabase();
    const store = createLibraryStore(db);
    const content = contentOf(publicationOf('a.pdf', { embargoedUntil }), ['Text.']);
    await store.save([content]);
    const { id } = content.publication;
    const embargo = async () => (await store.get(id))?.embargoedUntil;
    return { db, store, content, id, embargo, lift: (at: number) => liftEmbargo(db, id, at) };
  }

  test('comes at once and once, and the revision tells of it', async () => {
    const { store, embargo, lift } = await open(9_000);
    const revision = await store.revision();
    await lift(5_000);
    expect(await embargo()).toBe(5_000);
    expect(await store.revision()).toBe(revision + 1);
    await lift(6_000);
    expect(await embargo()).toBe(5_000);
    expect(await store.revision()).toBe(revision + 1);
  });

  test('changes nothing where there is none, or it is over', async () => {
    const none = await open(null);
    await none.lift(5_000);
    expect(await none.embargo()).toBeNull();
    expect(await none.store.revision()).toBe(1);
    const over = await open(4_000);
    await over.lift(5_000);
    expect(await over.embargo()).toBe(4_000);
    expect(await over.store.revision()).toBe(1);
  });

  test('holds when the file is read again, unless it names an earlier end', async () => {
    const { store, content, embargo, lift } = await open(9_000);
    await lift(5_000);
    await store.save([content]);
    expect(await embargo()).toBe(5_000);
    const earlier = { ...content.publication, embargoedUntil: 3_000 };
    await store.save([{ ...content, publication: earlier }]);
    expect(await embargo()).toBe(3_000);
    const never = { ...content.publication, embargoedUntil: null };
    await store.save([{ ...content, publication: never }]);
    expect(await embargo()).toBeNull();
  });

  test('of one that was never announced is what its file says', async () => {
    const { store, content, embargo } = await open(9_000);
    const later = { ...content.publication, embargoedUntil: 12_000 };
    await store.save([{ ...content, publication: later }]);
    expect(await embargo()).toBe(12_000);
  });
});
