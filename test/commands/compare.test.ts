import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerCompare } from '../../src/commands/compare.ts';
import { openSummaries, studyText } from '../summaries/open-summaries.ts';
import { runCommand } from './command-harness.ts';

let opened: Awaited<ReturnType<typeof openSummaries>>;
let searched: boolean[] = [];

beforeEach(async () => {
  searched = [];
  opened = await openSummaries();
  await opened.publish(studyText, { id: 'first', title: 'Falls at home', date: '2021' });
  await opened.publish(studyText.replaceAll('23%', '31%').replaceAll('412', '655'), {
    id: 'second',
    title: 'Falls at home again',
    source: 'second.md',
    date: '2023',
  });
});
afterEach(() => opened.close());

function run(argv: string[]) {
  const register = registerCompare({
    open: async (_config, searches) => {
      searched.push(searches);
      const { summaries, store } = opened;
      const readable = async (audiences: readonly string[]) =>
        (await store.list()).filter(({ audience }) => audiences.includes(audience));
      return { summaries, store, readable, close: async () => {} };
    },
    readFile,
    writeFile,
    untilInterrupted: () => ({
      promise: Promise.withResolvers<'interrupted'>().promise,
      signal: new AbortController().signal,
      release: () => {},
    }),
    width: () => 80,
  });
  return runCommand(register, ['compare', ...argv]);
}

describe('concord compare', () => {
  test('puts publications side by side, one block each, and loads no index for it', async () => {
    const { status, printed, noted } = await run(['first', 'second']);
    expect(status).toBe(0);
    expect(printed).toContain('Population and place: We randomised 412 people in Leeds');
    expect(printed).toContain('Population and place: We randomised 655 people in Leeds');
    expect(printed).toContain('Contradictions\n');
    expect(noted).toContain('Reading 2 publications…');
    expect(searched).toEqual([false]);
  });

  test('columns are a choice; standard ones need no index', async () => {
    const { printed } = await run(['first', 'second', '--column', 'outcomes', '--column', 'Year']);
    expect(printed).toContain('Outcomes: Falls fell by 23%');
    expect(printed).not.toContain('Population and place');
    expect(searched).toEqual([false]);
  });

  test('lists what has changed, and only between two', async () => {
    const { printed } = await run(['second', 'first', '--changes']);
    expect(printed).toMatch(/^Falls at home → Falls at home again\n/);
    expect(printed).toContain('23% → 31%');
    expect(await run(['first', '--changes'])).toMatchObject({ status: 2 });
    expect((await run(['first', 'second', '--changes', '--column', 'cost'])).failure).toContain(
      'Leave out --column',
    );
  });

  test('says what is wrong with the number of publications', async () => {
    const alone = await run(['first']);
    expect(alone).toMatchObject({ status: 2 });
    expect(alone.failure).toContain('Expected 2 to 8 publications, got 1.');
    const columns = Array.from({ length: 9 }, (_, index) => ['--column', `Cost ${index}?`]);
    const wide = await run(['first', 'second', ...columns.flat()]);
    expect(wide).toMatchObject({ status: 2 });
    expect(wide.failure).toContain('at most 8 columns, got 9. Leave some out.');
    expect(await run(Array.from({ length: 9 }, (_, index) => `p${index}`))).toMatchObject({
      status: 2,
    });
  });

  test('writes a file and prints JSON like every report', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'concord-compare-'));
    const path = join(directory, 'falls.md');
    const { noted } = await run(['first', 'second', '--output', path]);
    expect(noted).toContain(`Written to ${path}.`);
    expect(await readFile(path, 'utf8')).toContain('| Question |');
    await rm(directory, { recursive: true });
    const { json } = await run(['first', 'second', '--json']);
    expect(json).toMatchObject({ kind: 'comparison', composer: 'extractive' });
  });
});
