import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { registerLibrary } from '../../src/commands/library.ts';
import type { LibraryStore } from '../../src/library/index.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createLibraryStore } from '../../src/storage/library-store.ts';
import { contentOf, publicationOf } from '../contracts/library-contents.ts';
import { type CommandRun, runCommand } from './command-harness.ts';

const now = 1_800_000_000_000;
let store: LibraryStore;

beforeEach(async () => {
  const database = await openDatabase(':memory:');
  onTestFinished(() => database.close());
  store = createLibraryStore(database.db);
  await store.save([
    contentOf(
      publicationOf('policy-2019.md', {
        id: 'old',
        title: 'Discharge policy (2019)',
        kind: 'policy',
        status: 'superseded',
        supersededBy: 'discharge policy (2024)',
      }),
      ['Old.'],
    ),
    contentOf(
      publicationOf('policy-2024.md', {
        id: 'new',
        title: 'Discharge policy (2024)',
        kind: 'policy',
      }),
      ['First.', 'Second.'],
    ),
    contentOf(
      publicationOf('trial.pdf', {
        id: 'trial',
        title: 'A trial',
        audience: 'leads',
        embargoedUntil: now + 86_400_000,
      }),
      ['Findings.'],
    ),
  ]);
});

function run(...argv: string[]): Promise<CommandRun> {
  const register = registerLibrary({
    open: async () => ({ store, close: async () => {} }),
    clock: { now: () => now },
  });
  return runCommand(register, ['library', ...argv]);
}

describe('concord library list', () => {
  test('lists what is in use by title, with all that bears on its use', async () => {
    await store.retire(['new'], 'person', now);
    const { printed } = await run('list');
    expect(printed.split('\n').filter((line) => /^\w/.test(line))).toEqual([
      'trial  A trial',
      'old  Discharge policy (2019)',
      '2 publications',
    ]);
    expect(printed).toContain('paper · 2014-10 · leads · embargoed until 2027-01-16 08:00 UTC');
    expect(printed).toContain('policy · 2014-10 · members · superseded');
    expect((await run('list', '--all')).printed).toContain('retired 2027-01-15 08:00 UTC');
  });

  test.each([
    [
      ['--kind', 'policy'],
      ['old', 'new'],
    ],
    [['--status', 'superseded'], ['old']],
    [['--audience', 'leads'], ['trial']],
    [['--audience', 'group:board'], []],
  ])('narrows by %j', async (options, ids) => {
    const { json } = await run('list', '--json', ...options);
    expect((json as { id: string }[]).map(({ id }) => id)).toEqual(ids);
  });

  test.each([[['--kind', 'book']], [['--status', 'old']], [['--audience', 'everybody']]])(
    'is called wrongly with %j, and says what is possible',
    async (options) => {
      const { status, failure } = await run('list', ...options);
      expect(status).toBe(2);
      expect(failure).toMatch(/paper|current|public/);
    },
  );
});

describe('concord library show', () => {
  test('shows a publication by id, source or part of its title', async () => {
    for (const named of ['trial', 'trial.pdf', 'a TRIAL']) {
      expect((await run('show', named)).printed).toMatch(/^A trial\npaper · /);
    }
  });

  test('names what replaces it', async () => {
    expect((await run('show', 'old')).printed).toContain(
      'Replaced by  Discharge policy (2024) (new)',
    );
  });

  test('shows passages when asked to', async () => {
    const { printed } = await run('show', 'new', '--passages');
    expect(printed).toContain('#1  p. 2  Outcomes › Part 1\nSecond.');
    expect((await run('show', 'new')).printed).not.toContain('Second.');
  });

  test('prints all of it as JSON', async () => {
    const { json } = await run('show', 'new', '--passages', '--json');
    expect(json).toMatchObject({
      publication: { id: 'new' },
      replacement: null,
      characters: 15,
      passageCount: 2,
      passages: [{ text: 'First.' }, { text: 'Second.' }],
    });
  });

  test('asks for an id when several fit, and says when none does', async () => {
    const several = await run('show', 'discharge');
    expect(several.status).toBe(1);
    expect(several.failure).toContain(
      'fits 2 publications; name one by its id:\n  new  Discharge policy (2024)',
    );
    expect(several.failure).toContain('\n  old  Discharge policy (2019)');
    const none = await run('show', 'discharge of water');
    expect(none.status).toBe(1);
    expect(none.failure).toContain('Nearest:\n  new  Discharge policy (2024)');
    expect((await run('show', 'quantum')).failure).not.toContain('Nearest');
  });
});

describe('concord library retire', () => {
  test('takes a publication out of use and puts it back', async () => {
    expect((await run('retire', 'policy-2024.md')).printed).toContain('retire new --undo');
    expect(await store.get('new')).toMatchObject({ retiredAt: now });
    expect((await run('retire', 'new')).printed).toContain('already');
    expect((await run('retire', 'new', '--undo', '--json')).json).toEqual({
      id: 'new',
      title: 'Discharge policy (2024)',
      retiredAt: null,
      changed: true,
    });
  });

  test('does not guess from a part of a title', async () => {
    expect(await run('retire', 'trial.')).toMatchObject({ status: 1 });
    expect(await store.list()).toHaveLength(3);
  });
});
