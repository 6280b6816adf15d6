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

test('the older addresses of Azure keep their version, and the key goes in its own header', async () => {
  const server = await startServer((response) => sendError(response, 500, { message: 'busy' }));
  const azure = `${server.url}/openai/deployments/small?api-version=2024-10-21`;
  const ask = (baseUrl: string, apiKey: string | null) =>
    createOpenAiClient({ apiKey, baseUrl }).embeddings.create({ model: 'small', input: 'text' });
  await expect(ask(azure, 'secret')).rejects.toThrow('busy');
  await expect(ask(server.url, 'secret')).rejects.toThrow('busy');
  const [older, plain] = server.requests;
  expect(older?.path).toBe('/v1/openai/deployments/small/embeddings?api-version=2024-10-21');
  expect(older?.headers).toMatchObject({ 'api-key': 'secret' });
  expect(older?.headers).not.toHaveProperty('authorization');
  expect(plain?.headers).toMatchObject({ authorization: 'Bearer secret' });
  expect(plain?.headers).not.toHaveProperty('api-key');
  const { headers } = await createOpenAiClient({
    apiKey: 'secret',
    baseUrl: 'https://r.openai.azure.com/openai/v1',
  })
    .buildRequest({ method: 'get', path: '/models' })
    .then(({ req }) => req);
  expect(headers.get('api-key')).toBe('secret');
});
