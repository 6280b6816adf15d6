import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { type OpenLibrary, openLibrary } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { followLibrary } from '../src/follow-library.ts';
import { createRecordingLog } from './fakes/recording-log.ts';
import { until } from './models/chat-server.ts';
import type { EmbeddingRequest, Interference } from './models/embedding-server.ts';
import { useEmbeddingServer } from './models/use-embedding-server.ts';
import { openFilledLibrary, writtenPublications } from './retrieval/filled-library.ts';

const startServer = useEmbeddingServer();
let folder = '';
const opened: OpenLibrary[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-embeddings-'));
});
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
  rmSync(folder, { recursive: true });
});

/** The library of the folder as a configured process would open it. */
async function open(environment: Record<string, string>) {
  const config = readConfig({ DATA_DIR: folder, ...environment }, folder);
  const { log, entries } = createRecordingLog();
  const library = await openLibrary(config, { clock: systemClock, log });
  opened.push(library);
  await library.engine.refresh();
  return { library, entries };
}

async function fill(): Promise<void> {
  const filled = await openFilledLibrary(join(folder, 'concord.sqlite'));
  await filled.write(...writtenPublications(20));
  await filled.close();
}

const find = async ({ engine }: OpenLibrary, query: string, pipeline: 'semantic' | 'hybrid') => {
  const audiences = ['public', 'members'] as const;
  return (await engine.retriever.retrieve({ query, audiences, pipeline })).passages;
};

const isQuery = ({ body }: EmbeddingRequest): boolean =>
  body.input[0]?.startsWith('query') ?? false;

async function startService(interfere?: Interference) {
  const { server } = await startServer(interfere);
  const environment = {
    OPENAI_API_KEY: 'k',
    OPENAI_BASE_URL: server.url,
    EMBEDDING_DIMENSIONS: '8',
    EMBEDDING_QUERY_TIMEOUT_MS: '100',
  };
  return { server, environment };
}

test('a service configured later takes over while a running assistant goes on answering', async () => {
  await fill();
  const before = await open({});
  await before.library.engine.embedMissing();
  await before.library.engine.saveCache();
  await before.library.close();
  opened.pop();

  const gate = Promise.withResolvers<void>();
  const { server, environment } = await startService(async (request) => {
    if (!isQuery(request)) await gate.promise;
    return undefined;
  });
  const { library, entries } = await open(environment);
  const stop = new AbortController();
  const { log } = createRecordingLog();
  const following = followLibrary(library.engine, {
    intervalMs: 5,
    afterLook: async () => {},
    clock: systemClock,
    signal: stop.signal,
    log,
  });
  await until(() => server.requests.length === 1);
  // The space of before, from the cache; the service has been asked for no question.
  expect((await find(library, 'stroke clinic', 'semantic')).length).toBeGreaterThan(0);
  expect(server.requests.filter(isQuery)).toEqual([]);
  gate.resolve();
  await until(() => entries.some(({ msg }) => msg === 'embedders-removed'));
  expect((await find(library, 'query stroke', 'semantic')).length).toBeGreaterThan(0);
  expect(server.requests.filter(isQuery)).toHaveLength(1);
  const told = entries.map(({ msg }) => msg);
  expect(told.filter((msg) => msg === 'embedding-started')).toHaveLength(1);
  expect(told.indexOf('embedder-switched')).toBeGreaterThan(told.indexOf('passages-embedded'));
  stop.abort();
  await following;
});

test('a question whose embedding does not come in time is searched for by its words', async () => {
  await fill();
  const { server, environment } = await startService((request) =>
    isQuery(request) ? { status: 200, hangs: true } : undefined,
  );
  const { library, entries } = await open(environment);
  await library.engine.embedMissing();
  const startedAt = performance.now();
  for (let count = 0; count < 4; count += 1) {
    expect((await find(library, 'query about stroke', 'hybrid')).length).toBeGreaterThan(0);
  }
  // Two wait for 100 ms each; then the service is left alone.
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(server.requests.filter(isQuery).length).toBeLessThanOrEqual(2);
  const told = entries.filter(({ msg }) => msg === 'query-embedding-failed');
  expect(told).toMatchObject([{ reason: 'timed-out' }]);
});
