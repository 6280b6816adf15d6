import { afterEach, expect, test } from 'vitest';
import { type FilledLibrary, openFilledLibrary, writtenPublications } from './filled-library.ts';
import { createTestEngine } from './test-engine.ts';

let library: FilledLibrary;
afterEach(() => library.close());

test('what is searched has the same state on all replicas, and another after each change', async () => {
  library = await openFilledLibrary();
  let now = 1_000;
  const [here, there] = [0, 1].map(() => createTestEngine(library.indexStore, { now: () => now }));
  const states = new Set<string>();
  const expectChange = async (): Promise<void> => {
    await here?.refresh();
    await there?.refresh();
    const state = here?.searchState() ?? '';
    expect(there?.searchState()).toBe(state);
    expect(states).not.toContain(state);
    states.add(state);
  };
  await expectChange();
  const written = writtenPublications(12);
  await library.write(
    ...written.map((one, at) => ({ ...one, embargoedUntil: at === 3 ? 5_000 : null })),
  );
  await expectChange();
  await here?.embedMissing();
  await expectChange();
  await library.write(
    ...written.slice(0, 1).map((one) => ({ ...one, audience: 'staff' as const })),
  );
  await expectChange();
  await library.retire('publication-7');
  await expectChange();
  now = 5_000;
  await expectChange();
  expect(here?.searchState()).toBe([...states].at(-1));
});
