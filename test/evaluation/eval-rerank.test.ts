import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerEval } from '../../src/commands/eval.ts';
import { type RerankServer, scoreByReplies, startRerankServer } from '../models/rerank-server.ts';
import { runCommandIn } from './run-command.ts';

const subjects = ['parking', 'visiting hours', 'prescriptions', 'interpreters'];
const jsonLines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

let directory: string;
let server: RerankServer;

/** For each question one document that repeats its words, and one that answers it. */
beforeAll(async () => {
  server = await startRerankServer(({ body }) => ({
    body: { results: scoreByReplies(body.documents).reverse() },
  }));
  directory = join(await mkdtemp(join(tmpdir(), 'concord-eval-rerank-')), 'toy');
  await mkdir(directory);
  const documents = subjects.flatMap((subject, at) => [
    {
      _id: `repeats-${at}`,
      title: `What the board decided about ${subject}`,
      text: `What did the board decide about ${subject}? The board will decide about ${subject}.`,
    },
    { _id: `answers-${at}`, title: 'Minutes', text: `In reply, it moved ${subject} to the gate.` },
  ]);
  await writeFile(join(directory, 'corpus.jsonl'), jsonLines(documents));
  const queries = subjects.map((subject, at) => ({
    _id: `q${at}`,
    text: `What did the board decide about ${subject}?`,
  }));
  await writeFile(join(directory, 'queries.jsonl'), jsonLines(queries));
  const judgements = subjects.map((_, at) => `q${at}\tanswers-${at}\t1\n`).join('');
  await writeFile(join(directory, 'qrels.tsv'), `query-id\tcorpus-id\tscore\n${judgements}`);
});
afterAll(async () => {
  await server.close();
  await rm(join(directory, '..'), { recursive: true, force: true });
});

async function measure(...parameters: string[]): Promise<number> {
  const environment = { RERANK: 'endpoint', RERANK_URL: server.url };
  const { json } = await runCommandIn(
    environment,
    registerEval,
    'eval',
    'retrieval',
    directory,
    '--pipeline',
    'lexical',
    '--json',
    ...parameters,
  );
  return (json[0] as { 'ndcg@10': number })['ndcg@10'];
}

test('a reranker that knows better finds better, and is asked only when it is measured', async () => {
  const before = await measure();
  expect(server.requests).toHaveLength(0);
  const after = await measure('--rerank');
  expect(server.requests).toHaveLength(subjects.length);
  expect(before).toBeLessThan(0.7);
  expect(after).toBeGreaterThan(before + 0.2);
});

test('nothing is reranked without an endpoint, which is said', async () => {
  const run = runCommandIn({}, registerEval, 'eval', 'retrieval', directory, '--rerank');
  await expect(run).rejects.toThrow(/RERANK=endpoint/);
});
