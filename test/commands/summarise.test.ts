import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportSession } from '../../src/commands/report-command.ts';
import { registerSummarise } from '../../src/commands/summarise.ts';
import type { Config } from '../../src/config.ts';
import { ReportRefused } from '../../src/summaries/index.ts';
import { openSummaries, studyText } from '../summaries/open-summaries.ts';
import { runCommand } from './command-harness.ts';

let opened: Awaited<ReturnType<typeof openSummaries>>;
let directory: string;
let configs: Config[] = [];

beforeEach(async () => {
  configs = [];
  opened = await openSummaries();
  directory = await mkdtemp(join(tmpdir(), 'concord-summarise-'));
  await opened.publish(studyText);
  await opened.publish(studyText.replaceAll('23%', '31%'), {
    id: 'later',
    title: 'Falls in hospital',
    source: 'later.md',
    authors: ['J. Smith'],
    date: '2023',
  });
});
afterEach(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

function run(argv: string[], environment: Record<string, string> = {}) {
  const interruption = new AbortController();
  const open = async (config: Config): Promise<ReportSession> => {
    configs.push(config);
    const { summaries, store } = opened;
    const readable: ReportSession['readable'] = async (audiences) =>
      (await store.list()).filter(({ audience }) => audiences.includes(audience));
    return { summaries, store, readable, close: async () => {} };
  };
  const register = registerSummarise({
    open,
    readFile,
    writeFile,
    untilInterrupted: () => ({
      promise: Promise.withResolvers<'interrupted'>().promise,
      signal: interruption.signal,
      release: () => {},
    }),
    width: () => 80,
  });
  return runCommand(register, ['summarise', ...argv], environment);
}

describe('concord summarise', () => {
  test('summarises the publication that somebody half remembers', async () => {
    const { status, printed, noted } = await run(['falls', 'smith']);
    expect(status).toBe(0);
    expect(printed).toMatch(/^Falls in hospital\n\nBrief summary for members\n/);
    expect(printed).toContain('31%');
    expect(noted).toContain('Reading 1 publication…');
  });

  test('for whom and how long is a choice', async () => {
    const { printed } = await run(['later', '--length', 'sentence', '--reader', 'public']);
    expect(printed).toContain('Summary in one sentence in plain English');
    expect((await run(['later', '--reader', 'nobody'])).status).toBe(2);
    expect((await run(['later', '--length', '3'])).status).toBe(2);
  });

  test('names the choices when several are meant, and the nearest when none is', async () => {
    expect(await run(['fall'])).toMatchObject({ status: 1, printed: '' });
    expect((await run(['fall'])).failure).toMatch(/fits 2 publications.*\n.*later.*\n.*falls/s);
    expect((await run(['falls', 'on', 'mars'])).failure).toContain('Nearest:');
  });

  test('tells nobody of what they may not read', async () => {
    await opened.publish(studyText, {
      id: 'secret',
      title: 'Merger plans',
      source: 'secret.md',
      audience: 'leads',
    });
    const { failure } = await run(['merger', 'plans']);
    expect(failure).toContain('No publication has “merger plans”');
    expect(failure).not.toContain('secret');
    const { printed } = await run(['merger', 'plans', '--audience', 'leads']);
    expect(printed).toContain('Merger plans');
  });

  test('summarises a file that is not in the library', async () => {
    const path = join(directory, 'a study.md');
    await writeFile(path, studyText.replaceAll('23%', '47%'));
    const { printed, noted } = await run([path]);
    expect(noted).toContain('Reading a study.md…');
    expect(printed).toContain('47%');
    expect(await opened.store.list()).toHaveLength(2);
  });

  test('of a file that cannot be read, says why and what to do', async () => {
    const path = join(directory, 'broken.pdf');
    await writeFile(path, '%PDF-1.7 nothing');
    await expect(run([path])).rejects.toThrow(ReportRefused);
  });

  test('of what looks like a file and is none, says that there is none', async () => {
    const path = join(directory, 'missing.pdf');
    expect((await run([path])).failure).toMatch(
      /^There is no file .*missing\.pdf here\.\nNo publication has/,
    );
  });

  test('writes Markdown or Word where it is told to', async () => {
    const markdown = join(directory, 'falls.md');
    const { printed, noted } = await run(['later', '--output', markdown]);
    expect(printed).toBe('');
    expect(noted).toContain(`Written to ${markdown}.`);
    expect(await readFile(markdown, 'utf8')).toMatch(/^# Falls in hospital\n.*## Quotes/s);
    const word = join(directory, 'falls.docx');
    await run(['later', '--output', word]);
    expect((await readFile(word)).subarray(0, 2).toString()).toBe('PK');
    expect(await run(['later', '--output', 'falls.pdf'])).toMatchObject({ status: 2 });
  });

  test('prints one JSON document with the time it took', async () => {
    const { json, printed } = await run(['later', '--json']);
    expect(printed).toBe('');
    expect(json).toMatchObject({
      id: expect.any(String),
      kind: 'summary',
      title: 'Falls in hospital',
      composer: 'extractive',
      seconds: expect.any(Number),
    });
  });

  test('--composer extractive asks no model, --composer model wants one', async () => {
    const withModel = { CHAT_MODEL: 'small', CHAT_BASE_URL: 'http://127.0.0.1:9' };
    await run(['later'], withModel);
    await run(['later', '--composer', 'extractive'], withModel);
    expect(configs.map(({ chat }) => chat?.model ?? null)).toEqual(['small', null]);
    expect((await run(['later', '--composer', 'model'])).failure).toMatch(/Set CHAT_MODEL/);
  });
});
