import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { registerEval } from '../../src/commands/eval.ts';
import { openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/observability/log.ts';
import { createFeedbackStore } from '../../src/storage/feedback-store.ts';
import { runConcord } from '../commands/run-concord.ts';
import { runCommand } from './run-command.ts';

const corpus = join(import.meta.dirname, '../../corpus');
let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-export-'));
  environment = { DATA_DIR: folder, LIBRARY_DIRS: corpus };
  const config = readConfig(environment, folder);
  const library = await openLibrary(config, { clock: systemClock, log: silentLog });
  await library.ingest();
  const feedback = createFeedbackStore(library.database.db);
  const judge = async (question: string, day: string, reason: 'wrong-source' | null) => {
    const { id } = await library.ask({
      question,
      conversation: question,
      audiences: ['public', 'members'],
      asker: 'U0ASKER',
    });
    await feedback.save({
      exchangeId: id,
      person: 'U0JUDGE',
      verdict: reason === null ? 'helpful' : 'not-helpful',
      reason,
      citation: reason === null ? null : 1,
      note: null,
      givenAt: Date.parse(`${day}T12:00:00Z`),
    });
  };
  await judge('What are the common values?', '2024-10-01', null);
  await judge('who staffs the shared heart failure service', '2024-10-03', 'wrong-source');
  await library.close();
});
afterAll(() => rm(folder, { recursive: true }));

test('feedback becomes golden questions that eval golden measures', async () => {
  const out = join(folder, 'feedback.jsonl');
  const { status, stdout, stderr } = await runConcord(
    ['eval', 'export', '--out', out],
    environment,
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('2 cases of 2 judgements');
  const lines = (await readFile(out, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/U0ASKER|U0JUDGE/);
  const parameters = ['golden', '--corpus', corpus, '--questions', out, '--json'];
  const { json } = await runCommand(registerEval, 'eval', ...parameters);
  expect(json).toEqual([
    expect.objectContaining({
      questions: 2,
      answered_of_answerable: 1,
      abstained_of_unanswerable: null,
      evidence_hit: 1,
      rejected_again: 1,
    }),
  ]);
});

test('only feedback since a day, on standard output', async () => {
  const since = ['eval', 'export', '--since', '2024-10-02'];
  const { stdout } = await runConcord(since, environment);
  const cases = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { question: string });
  expect(cases.map(({ question }) => question)).toEqual([
    'who staffs the shared heart failure service',
  ]);
  const wrong = await runConcord(['eval', 'export', '--since', 'yesterday'], environment);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('2024-10-01');
});
