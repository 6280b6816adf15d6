import { afterEach, expect, test } from 'vitest';
import { checkReranker } from '../src/compose-rerank-check.ts';
import { readConfig } from '../src/config.ts';
import { ConcordError } from '../src/errors.ts';
import { runHealthChecks } from '../src/observability/health-check.ts';
import {
  type RerankReply,
  type RerankServer,
  scoreByReplies,
  startRerankServer,
} from './models/rerank-server.ts';

let server: RerankServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function find(environment: Record<string, string>) {
  const describe = (error: unknown): string =>
    error instanceof ConcordError ? error.forPeople : String(error);
  const config = readConfig(environment, '/srv');
  const [finding] = await runHealthChecks([checkReranker(config)], describe, 5_000);
  return finding;
}

async function findEndpoint(answer: (texts: readonly string[] | undefined) => RerankReply) {
  server = await startRerankServer(({ body }) => answer(body.documents));
  return find({ RERANK: 'endpoint', RERANK_URL: server.url, RERANK_MODEL: 'rerank-small' });
}

test('an endpoint that puts texts in order is well', async () => {
  const finding = await findEndpoint((texts) => ({ body: { results: scoreByReplies(texts) } }));
  expect(finding).toMatchObject({ state: 'ok', fix: null });
  expect(finding?.found).toMatch(/^rerank-small put texts in order in \d\.\d s$/);
});

test('what is wrong with it is named, with what happens until then', async () => {
  expect(await findEndpoint(() => ({ status: 401 }))).toMatchObject({
    state: 'failed',
    found: expect.stringContaining('RERANK_API_KEY'),
    fix: expect.stringContaining('order of the search'),
  });
});

test('nothing is asked where nothing is set, or the model reranks', async () => {
  expect(await find({})).toMatchObject({ state: 'ok', found: 'off' });
  const model = { RERANK: 'model', CHAT_MODEL: 'small', OPENAI_API_KEY: 'k' };
  expect(await find(model)).toMatchObject({ state: 'ok', found: 'by CHAT_MODEL' });
});
