import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';

const reports: string[] = [];
const service = createServer((request, response) => {
  reports.push(`${request.method} ${request.url}`);
  request.resume();
  response.end('{}');
});
afterEach(() => {
  service.closeAllConnections();
  service.close();
});

test('research reports nothing to LangSmith, even when the environment asks for it', async () => {
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  const worker = new Worker(new URL('./traced-research.ts', import.meta.url), {
    env: {
      LANGSMITH_TRACING: 'true',
      LANGSMITH_TRACING_V2: 'true',
      LANGCHAIN_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_API_KEY: 'a-key',
      LANGSMITH_ENDPOINT: `http://127.0.0.1:${port}`,
    },
  });
  expect(await once(worker, 'message')).toEqual([{ gathered: 2 }]);
  expect(reports).toEqual([]);
  await once(worker, 'message');
  // What LangChain does by itself, or this test could not fail.
  expect(reports.join()).toContain('POST /runs');
  await worker.terminate();
});
