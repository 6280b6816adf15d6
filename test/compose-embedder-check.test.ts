import { expect, test } from 'vitest';
import { checkEmbedder } from '../src/compose-embedder-check.ts';
import { readConfig } from '../src/config.ts';
import { ConcordError } from '../src/errors.ts';
import { runHealthChecks } from '../src/observability/health-check.ts';
import type { Interference } from './models/embedding-server.ts';
import { useEmbeddingServer } from './models/use-embedding-server.ts';

const startServer = useEmbeddingServer();

async function find(interfere?: Interference, environment: Record<string, string> = {}) {
  const { server } = await startServer(interfere);
  const config = readConfig(
    { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: server.url, ...environment },
    '/srv',
  );
  const describe = (error: unknown): string =>
    error instanceof ConcordError ? error.forPeople : String(error);
  const [finding] = await runHealthChecks([checkEmbedder(config)], describe, 5_000);
  return finding;
}

test('a service that embeds is well', async () => {
  const finding = await find();
  expect(finding).toMatchObject({ state: 'ok', fix: null });
  expect(finding?.found).toMatch(
    /^text-embedding-3-small embedded a question in \d\.\d s, 512 dimensions$/,
  );
  expect((await find(undefined, { EMBEDDING_MODEL: 'other' }))?.found).toContain(
    'EMBEDDING_PRICE_USD',
  );
});

test('what is wrong with it is named, with what to do', async () => {
  expect(await find(() => ({ status: 401 }))).toMatchObject({
    state: 'failed',
    found: expect.stringContaining('OPENAI_API_KEY'),
    fix: expect.stringContaining('EMBEDDER=local'),
  });
  const slow = { EMBEDDING_QUERY_TIMEOUT_MS: '100' };
  expect(await find(() => ({ status: 200, hangs: true }), slow)).toMatchObject({
    state: 'failed',
    found: expect.stringContaining('EMBEDDING_QUERY_TIMEOUT_MS'),
  });
});

test('with EMBEDDER=local a key is not used for it', async () => {
  expect(await find(() => ({ status: 401 }), { EMBEDDER: 'local' })).toMatchObject({
    state: 'ok',
    found: 'local, fitted on the library',
  });
});
