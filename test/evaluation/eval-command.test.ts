import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerEval } from '../../src/commands/eval.ts';
import { runCommand } from './run-command.ts';
import {
  subjectCount,
  writeAnswersSet,
  writeGoldenCorpus,
  writeRetrievalSet,
} from './small-data-sets.ts';

let directory: string;
let retrievalSet: string;
let answersSet: string;
let corpus: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-eval-command-'));
  retrievalSet = join(directory, 'retrieval');
  answersSet = join(directory, 'answers.jsonl');
  corpus = join(directory, 'corpus');
  await writeRetrievalSet(retrievalSet);
  await writeAnswersSet(answersSet);
  await writeGoldenCorpus(corpus);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const evaluate = (...parameters: string[]) => runCommand(registerEval, 'eval', ...parameters);

async function reportOf(...parameters: string[]): Promise<Record<string, unknown>> {
  const { json, printed } = await evaluate(...parameters, '--json');
  expect(printed).toEqual([]);
  expect(json).toHaveLength(1);
  return json[0] as Record<string, unknown>;
}

const answersKeys = [
  'questions',
  'answered_of_answerable',
  'abstained_of_unanswerable',
  'balanced_accuracy',
  'auroc',
  'evidence_hit',
  'answer_contained',
  'rejected_again',
  'quotes',
  'quotes_verified',
  'claims_per_answer',
  'composed_by_model',
  'tokens',
  'model_failures',
  'answer_ms',
  'shares_ms',
];

describe('eval retrieval', () => {
  it.each(['lexical', 'hybrid'])('finds what is there, %s', async (pipeline) => {
    const report = await reportOf('retrieval', retrievalSet, '--pipeline', pipeline);
    expect(Object.keys(report)).toEqual([
      'dataset',
      'pipeline',
      'documents',
      'passages',
      'queries',
      'ndcg@10',
      'recall@5',
      'recall@100',
      'mrr@10',
      'index_seconds',
      'passages_per_second',
      'query_ms',
      'rss_mb',
    ]);
    expect(report).toMatchObject({
      dataset: 'retrieval',
      pipeline,
      documents: subjectCount,
      passages: subjectCount,
      queries: subjectCount,
      'ndcg@10': 1,
      'mrr@10': 1,
    });
    expect(report.index_seconds).toBeGreaterThan(0);
    expect(report.query_ms).toEqual({
      p50: expect.any(Number),
      p95: expect.any(Number),
      p99: expect.any(Number),
    });
  });

  it('asks hybrid unless told otherwise, and only as many queries as wanted', async () => {
    const report = await reportOf('retrieval', retrievalSet, '--limit', '2');
    expect(report).toMatchObject({ pipeline: 'hybrid', queries: 2, documents: subjectCount });
  });

  it('prints a table without --json', async () => {
    const { printed, json } = await evaluate('retrieval', retrievalSet);
    expect(json).toEqual([]);
    expect(printed.join('\n')).toMatch(/nDCG@10 +1 +95% interval 1\.000 to 1\.000/);
  });

  it('tells what lies behind the figures', async () => {
    const path = join(directory, 'details.jsonl');
    await reportOf('retrieval', retrievalSet, '--limit', '1', '--details', path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      id: 'q-waiting',
      'ndcg@10': 1,
      relevant: ['waiting'],
    });
    await reportOf('answers', answersSet, '--details', path);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(subjectCount);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 'waiting', answerable: true });
    const nowhere = join(directory, 'none', 'details.jsonl');
    await expect(reportOf('golden', '--corpus', corpus, '--details', nowhere)).rejects.toThrow(
      /could not be written/,
    );
  });

  it('leaves nothing in the temporary folder', async () => {
    const temporary = join(directory, 'temporary');
    await mkdir(temporary);
    vi.stubEnv('TMPDIR', temporary);
    try {
      await evaluate('retrieval', retrievalSet, '--limit', '1');
      expect(await readdir(temporary)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('eval answers', () => {
  it('measures questions on their own passages', async () => {
    const report = await reportOf('answers', answersSet);
    expect(Object.keys(report)).toEqual(answersKeys);
    expect(report.questions).toBe(subjectCount);
    expect(report.quotes).toBeGreaterThan(0);
    expect(report.quotes_verified).toBe(report.quotes);
    expect(report.auroc).toBeGreaterThan(0.8);
    expect(report.evidence_hit).toBe(1);
  });

  it('measures leave-out on a retrieval data set', async () => {
    const report = await reportOf('answers', retrievalSet, '--leave-out');
    expect(Object.keys(report)).toEqual(answersKeys);
    expect(report.questions).toBe(2 * subjectCount);
    expect(report.quotes_verified).toBe(report.quotes);
    expect(report.auroc).toBeGreaterThan(0.8);
  });
});

describe('eval golden', () => {
  it('measures the golden questions of a corpus', async () => {
    const report = await reportOf('golden', '--corpus', corpus);
    expect(Object.keys(report)).toEqual(answersKeys);
    expect(report.questions).toBe(subjectCount);
    expect(report.evidence_hit).toBeGreaterThan(0.5);
    expect(report.quotes_verified).toBe(report.quotes);
  });
});

describe('wrong use', () => {
  it.each([
    ['a folder that is missing', () => ['retrieval', join(directory, 'none')], /does not exist/],
    ['a file for a folder', () => ['retrieval', answersSet], /is not a folder/],
    ['a folder for a file', () => ['answers', retrievalSet], /is not a file/],
    ['a file for leave-out', () => ['answers', answersSet, '--leave-out'], /is not a folder/],
    ['a corpus without questions', () => ['golden', '--corpus', directory], /questions\.jsonl/],
  ])('with %s says what is expected', async (_, parameters, message) => {
    await expect(evaluate(...parameters())).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(message),
    });
    await expect(evaluate(...parameters())).rejects.toThrow(/Expected: /);
  });

  it('names file and line of a bad record', async () => {
    const path = join(directory, 'bad.jsonl');
    await writeFile(path, '{"id": "a", "question": "b", "answerable": "yes"}\n');
    await expect(evaluate('answers', path)).rejects.toThrow(
      /bad\.jsonl, line 1: passages: .*answerable/s,
    );
  });

  it.each([
    ['--pipeline', 'neural'],
    ['--limit', '0'],
    ['--limit', 'all'],
  ])('with %s %s is refused', async (option, value) => {
    await expect(evaluate('retrieval', retrievalSet, option, value)).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
  });
});
