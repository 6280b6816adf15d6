import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerEval } from '../../src/commands/eval.ts';
import type { SummariesReport } from '../../src/evaluation/index.ts';
import { faithfulSummary } from '../fakes/faithful-summary.ts';
import { linesOf } from './recording-stage.ts';
import { runCommandIn } from './run-command.ts';

const falls = [
  'Falls at home cost hospitals a great deal each winter.',
  'We describe how pharmacists visited 412 people over 75 at home to prevent falls.',
  'Falls at home fell by 23% among people whom pharmacists visited.',
  'Lunch was served in a large room upstairs on Tuesday.',
];
const letters = [
  'We describe how wards sent discharge letters to practices within 24 hours.',
  'Lunch was served upstairs on Tuesday.',
];
let folder = '';
let path = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concord-eval-summaries-'));
  path = join(folder, 'set.jsonl');
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() =>
  write(
    { id: 'falls', title: 'Falls at home', document: falls.join(' '), references: [falls[1]] },
    { id: 2, document: letters.join(' '), references: ['Nothing alike.', letters[0]] },
  ),
);

const write = (...records: (object | string)[]): Promise<void> =>
  writeFile(
    path,
    records.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'),
  );
const evaluate = (environment: Record<string, string>, ...parameters: string[]) =>
  runCommandIn(environment, registerEval, 'eval', ...parameters);
async function reportOf(...parameters: string[]): Promise<SummariesReport> {
  const { json, printed } = await evaluate({}, 'summaries', path, ...parameters, '--json');
  expect(printed).toEqual([]);
  return json[0] as SummariesReport;
}

describe('eval summaries', () => {
  test('measures one sentence of each where the references are that short', async () => {
    const report = await reportOf();
    expect(report).toMatchObject({
      documents: 2,
      without_summary: 0,
      words_wanted: null,
      rouge1: 100,
      rouge2: 100,
      rougeL: 100,
      statements: 2,
      statements_verified: 2,
      redundancy: { mean: 0 },
      composed_by_model: 0,
      tokens: null,
      model_failures: null,
    });
    expect(report.words.mean).toBe((14 + 12) / 2);
    expect(report.share_of_document.p10).toBeCloseTo(14 / 45, 4);
    expect(report.seconds.total).toBeGreaterThan(0);
  });

  test('takes the median length of longer references, and any length that is asked for', async () => {
    const reference = falls.join(' ');
    await write({ id: 'falls', document: reference, references: [reference] });
    const { words_wanted: wanted, rouge1 } = await reportOf();
    expect(wanted).toBe(45);
    expect(rouge1).toBeGreaterThan(70);
    const short = await reportOf('--words', '40');
    expect(short.words_wanted).toBe(40);
    expect(short.words.p90).toBeLessThanOrEqual(40);
    expect(await reportOf('--words', '34')).toMatchObject({ words_wanted: null, statements: 1 });
  });

  test('tells what lies behind the figures, of as many documents as wanted', async () => {
    const details = join(folder, 'details.jsonl');
    expect(await reportOf('--limit', '1', '--details', details)).toMatchObject({ documents: 1 });
    expect(await linesOf(details)).toEqual([
      expect.objectContaining({
        id: 'falls',
        composer: 'extractive',
        summary: [falls[1]],
        references: [falls[1]],
        rouge1: 100,
        unfounded: [],
      }),
    ]);
  });

  test('prints a table for people', async () => {
    const { printed } = await evaluate({}, 'summaries', path);
    expect(printed.join('\n')).toMatch(/words wanted +one sentence\n +ROUGE-1 +100 +median 100/);
    expect(printed.join('\n')).toMatch(/statements +2 +2 borne out/);
  });

  test('counts a document that says nothing as 0', async () => {
    await write({ id: 'none', document: 'Contents?', references: ['Contents of it.'] });
    expect(await reportOf()).toMatchObject({
      without_summary: 1,
      rouge1: 0,
      statements: 0,
      flesch: { mean: null },
    });
  });

  test.each([
    ['a line that is no JSON', ['{"id": 1,'], /set\.jsonl, line 1: not JSON/],
    [
      'a document without references',
      [{ id: 1, document: 'x', references: [] }],
      /line 1: references: must hold/,
    ],
    [
      'an empty document',
      [{ id: 1, document: ' ', references: ['x'] }],
      /line 1: document: must not be empty/,
    ],
    ['nothing', [''], /holds no document/],
  ])('names file and line of %s', async (_, records, message) => {
    await write(...records);
    await expect(reportOf()).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(message),
    });
  });

  test('says which file is not there', async () => {
    await expect(evaluate({}, 'summaries', join(folder, 'none.jsonl'))).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringContaining('none.jsonl does not exist'),
    });
  });
});

describe('eval summaries of a model', () => {
  const service = new LLMock({ port: 0 });
  beforeAll(async () => {
    service.onMessage(/./, ({ messages }) => ({
      content: faithfulSummary(messages.map(({ content }) => String(content)).join('\n')) ?? '{}',
      usage: { prompt_tokens: 1_000, completion_tokens: 50, total_tokens: 1_050 },
    }));
    await service.start();
  });
  afterAll(() => service.stop());

  test('measures what it says, and the same again from a recording without it', async () => {
    const fell = 'Falls at home fell by 23% among 412 people whom pharmacists visited.';
    const sent = 'Wards sent 9 of 10 discharge letters to practices within 24 hours.';
    await write(
      { id: 'falls', document: fell, references: [fell] },
      { id: 'letters', document: sent, references: [sent] },
    );
    const environment = {
      CHAT_MODEL: 'gpt-4o-mini',
      CHAT_BASE_URL: `${service.url}/v1`,
      CHAT_API_KEY: 'sk-none',
    };
    const options = ['summaries', path, '--words', '120', '--json'];
    const live = await evaluate(environment, ...options, '--composer', 'model');
    expect(live.json[0]).toMatchObject({
      composed_by_model: 2,
      tokens: { model: 'gpt-4o-mini', input: 2_000, output: 100 },
      model_failures: {},
    });
    const report = live.json[0] as SummariesReport;
    expect(report.statements_verified).toBe(report.statements);
    const to = join(folder, 'recording.jsonl');
    await evaluate(environment, 'record', path, '--summaries', '--words', '120', '--to', to);
    const again = await evaluate({}, ...options, '--replay', to);
    const { seconds: _, ...figures } = report;
    expect(again.json[0]).toMatchObject(figures);
  });

  test('is refused where none is configured', async () => {
    await expect(evaluate({}, 'summaries', path, '--composer', 'model')).rejects.toMatchObject({
      code: 'no-chat-model',
    });
  });
});

const data = join(process.env.EVAL_DATA ?? '../shared/eval', 'summaries');
describe.skipIf(!existsSync(data))('on development data (skipped without EVAL_DATA)', () => {
  const measure = async (name: string, ...options: string[]): Promise<SummariesReport> => {
    const parameters = ['summaries', join(data, name), '--limit', '150', '--json', ...options];
    const { json } = await evaluate({}, ...parameters);
    return json[0] as SummariesReport;
  };

  test('one sentence says what authors and reviewers say', async () => {
    const report = await measure('scitldr_dev.jsonl');
    expect(report.words_wanted).toBeNull();
    expect(report.rouge1).toBeGreaterThan(34);
    expect(report.statements_verified).toBe(report.statements);
  });

  test('200 words say what a plain language summary says', async () => {
    const report = await measure('cochrane_val.jsonl', '--words', '200');
    expect(report.rouge1).toBeGreaterThan(41);
    expect(report.rouge2).toBeGreaterThan(16);
    expect(report.rougeL).toBeGreaterThan(23);
    expect(report.statements_verified).toBe(report.statements);
  });
});
