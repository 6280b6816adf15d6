import { expect, test } from 'vitest';
import { ConcordError } from '../../src/errors.ts';
import { useEmbeddingServer } from './use-embedding-server.ts';

const open = useEmbeddingServer();

async function failureOf(promise: Promise<unknown>): Promise<ConcordError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ConcordError) return error;
  throw new Error('it did not fail as expected', { cause: error });
}

test('nothing of what the service says is in the error, nor of the texts', async () => {
  for (const status of [400, 401, 404, 418, 429, 500]) {
    const message = 'cannot embed "Mrs Bell was discharged"';
    const body = { error: { message, code: message, type: message, param: message } };
    const { embedder } = await open(() => ({ status, body }), { firstPauseMs: 0 });
    const error = await failureOf(embedder.embedDocuments(['Mrs Bell was discharged']));
    const all = JSON.stringify([error.message, error.forPeople, error.details, error.stack]);
    expect(all).not.toContain('Bell');
    expect(error.cause).toBeUndefined();
    expect(error.details.status).toBe(status);
  }
});

test('a long Retry-After is told, not waited for', async () => {
  const { server, embedder } = await open(() => ({
    status: 429,
    headers: { 'retry-after': '3600' },
  }));
  const error = await failureOf(embedder.embedDocuments(['text']));
  expect(error.details.retryAfterMs).toBe(3_600_000);
  expect(server.requests).toHaveLength(1);
});

test('a short Retry-After is waited for', async () => {
  const { server, embedder } = await open((_request, number) =>
    number === 1 ? { status: 429, headers: { 'retry-after-ms': '40' } } : undefined,
  );
  const startedAt = performance.now();
  await embedder.embedDocuments(['text']);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(39);
  expect(server.requests).toHaveLength(2);
});

test('an account without credit is not asked again', async () => {
  const { server, embedder } = await open(() => ({
    status: 429,
    body: { error: { code: 'insufficient_quota' } },
  }));
  const error = await failureOf(embedder.embedDocuments(['text']));
  expect(error.forPeople).toContain('no credit');
  expect(error.message).toContain('429 insufficient_quota');
  expect(server.requests).toHaveLength(1);
});

test('a service that says nothing is left after the time for a request, and for a question', async () => {
  const { server, embedder } = await open(() => ({ status: 200, hangs: true }), {
    timeoutMs: 100,
    queryTimeoutMs: 100,
    firstPauseMs: 0,
  });
  const error = await failureOf(embedder.embedDocuments(['text']));
  expect(error).toMatchObject({ code: 'embedding-failed', details: { reason: 'timed-out' } });
  // A busy machine may take longer to connect than the time for an attempt.
  expect(server.requests.length).toBeGreaterThan(1);
  const startedAt = performance.now();
  expect((await failureOf(embedder.embedQuery('text'))).details.reason).toBe('timed-out');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('a service that is not there is told from one that refuses', async () => {
  const { server, embedder } = await open(undefined, { firstPauseMs: 0 });
  await server.close();
  const error = await failureOf(embedder.embedDocuments(['text']));
  expect(error.forPeople).toContain('cannot be reached');
  expect(error.message).toContain('ECONNREFUSED');
});
