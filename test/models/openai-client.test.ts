import { afterEach, expect, test, vi } from 'vitest';
import { createOpenAiClient } from '../../src/models/openai-client.ts';
import { sendError } from './chat-server.ts';
import { useChatServer } from './use-chat-server.ts';

const startServer = useChatServer();
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('what the environment says of another account goes to no service, and nothing is logged', async () => {
  for (const name of ['ORG_ID', 'PROJECT_ID', 'ADMIN_KEY', 'API_KEY', 'WEBHOOK_SECRET']) {
    vi.stubEnv(`OPENAI_${name}`, `another-${name}`);
  }
  vi.stubEnv('OPENAI_LOG', 'debug');
  const printed = (['debug', 'info', 'warn', 'error', 'log'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  );
  const server = await startServer((response) => sendError(response, 500, { message: 'busy' }));
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:1/v1');
  const client = createOpenAiClient({ apiKey: null, baseUrl: server.url });
  await expect(client.embeddings.create({ model: 'small', input: 'text' })).rejects.toThrow('busy');

  expect(server.requests).toHaveLength(1);
  expect(JSON.stringify(server.requests[0]?.headers)).not.toContain('another');
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  expect(createOpenAiClient({ apiKey: 'key' }).baseURL).toBe('https://api.openai.com/v1');
});
