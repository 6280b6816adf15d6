import { expect, test } from 'vitest';
import { createDigestChoiceStore } from '../../src/storage/digest-choice-store.ts';
import { createPersonalDataStore } from '../../src/storage/personal-data-store.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('digest choice store', (openDatabase) => {
  const clock = { now: () => 1_795_000_000_000 };

  test('keeps what each person chose last', async () => {
    const store = createDigestChoiceStore((await openDatabase()).db, clock);
    expect(await store.of('U1')).toBe('channel');
    expect(await store.direct()).toEqual([]);
    await store.choose('U2', 'direct');
    await store.choose('U1', 'direct');
    await store.choose('U3', 'none');
    expect(await store.direct()).toEqual(['U1', 'U2']);
    expect(await store.of('U3')).toBe('none');
    await store.choose('U1', 'channel');
    expect(await store.of('U1')).toBe('channel');
    expect(await store.direct()).toEqual(['U2']);
  });

  test('holds personal data, which people see and delete', async () => {
    const database = await openDatabase();
    const store = createDigestChoiceStore(database.db, clock);
    const personalData = createPersonalDataStore(database, clock);
    expect(await personalData.describe('U1')).toMatchObject({ digest: false, since: null });
    await store.choose('U1', 'direct');
    await store.choose('U2', 'direct');
    expect(await personalData.describe('U1')).toMatchObject({ digest: true, since: null });
    expect(await personalData.erase('U1')).toMatchObject({ digest: true });
    expect(await personalData.describe('U1')).toMatchObject({ digest: false });
    expect(await store.direct()).toEqual(['U2']);
  });
});
