import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registerBrief } from '../../src/commands/brief.ts';
import type { ReportSession } from '../../src/commands/report-command.ts';
import { ReportRefused } from '../../src/summaries/index.ts';
import { createScriptedSummaries } from '../fakes/scripted-summaries.ts';
import { sampleReport } from '../slack/reports/sample-report.ts';
import { openSummaries } from '../summaries/open-summaries.ts';
import { runCommand } from './command-harness.ts';

let opened: Awaited<ReturnType<typeof openSummaries>>;
let directory: string;
let isSearched: boolean | null = null;

beforeEach(async () => {
  opened = await openSummaries();
  directory = await mkdtemp(join(tmpdir(), 'concord-brief-'));
});
afterEach(async () => {
  await opened.close();
  await rm(directory, { recursive: true });
});

const summaries = createScriptedSummaries(({ request }) => {
  if (request.topic === 'zebras') {
    throw new ReportRefused('topic-unknown', 'The library has nothing about “zebras”.');
  }
  return sampleReport({ kind: 'briefing', title: String(request.topic) });
});

function run(argv: string[]) {
  const open = async (_: unknown, searches: boolean): Promise<ReportSession> => {
    isSearched = searches;
    return { summaries, store: opened.store, readable: async () => [], close: async () => {} };
  };
  const register = registerBrief({
    open,
    readFile,
    writeFile,
    untilInterrupted: () => ({
      promise: Promise.withResolvers<'interrupted'>().promise,
      signal: new AbortController().signal,
      release: () => {},
    }),
    width: () => 80,
  });
  return runCommand(register, ['brief', ...argv]);
}

describe('concord brief', () => {
  test('briefs on all the words that follow, for somebody of that rank', async () => {
    const { status, printed } = await run(['falls', 'and', 'housing', '--audience', 'leads']);
    expect(status).toBe(0);
    expect(printed).toContain('falls and housing');
    expect(isSearched).toBe(true);
    expect(summaries.asked.at(-1)).toMatchObject({
      kind: 'briefing',
      request: { topic: 'falls and housing', audiences: ['public', 'members', 'leads'] },
    });
  });

  test('writes a file to take away', async () => {
    const path = join(directory, 'falls.md');
    const { status } = await run(['falls', '--output', path]);
    expect(status).toBe(0);
    expect(await readFile(path, 'utf8')).toContain('# falls');
  });

  test('says why there is none', async () => {
    await expect(run(['zebras'])).rejects.toThrow('The library has nothing about “zebras”.');
    expect((await run([' '])).status).toBe(2);
  });
});
