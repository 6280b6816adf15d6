import { expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { composeHealthChecks } from '../src/compose-doctor.ts';
import { readConfig } from '../src/config.ts';
import { ConcordError } from '../src/errors.ts';
import { type HealthFinding, runHealthChecks } from '../src/observability/health-check.ts';
import { type ChatServer, sendError } from './models/chat-server.ts';
import { useChatServer } from './models/use-chat-server.ts';

const startServer = useChatServer();

/** What the check of the model finds, the service being the one given; null for no model. */
async function findModel(server: ChatServer | null): Promise<HealthFinding | undefined> {
  const environment = server && { CHAT_MODEL: 'test-model', OPENAI_BASE_URL: server.url };
  const { checks, close } = composeHealthChecks(
    readConfig({ ...environment }, '/srv'),
    systemClock,
  );
  const only = checks.filter(({ name }) => name === 'model');
  const describe = (error: unknown): string =>
    error instanceof ConcordError ? error.forPeople : String(error);
  const [finding] = await runHealthChecks(only, describe, 5_000).finally(close);
  return finding;
}

test('no model is nothing to mend', async () => {
  expect(await findModel(null)).toMatchObject({ state: 'skipped', fix: null });
});

test('the model is asked', async () => {
  const server = await startServer((response) => sendError(response, 401, { message: 'no' }));
  expect(await findModel(server)).toMatchObject({
    state: 'failed',
    fix: expect.stringContaining('CHAT_API_KEY'),
  });
  expect(server.requests).toHaveLength(1);
});
