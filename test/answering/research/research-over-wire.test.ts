import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findPassages } from '../../../src/answering/find-passages.ts';
import { gatherPassages } from '../../../src/answering/research/gather-passages.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { chatModel } from '../../models/chat-requests.ts';
import { callsOf } from './research-setting.ts';
import { createWordSearch } from './word-search.ts';

const question = 'What did the trust that led the falls pilot spend?';
const library = [
  { text: 'The falls pilot was led by Harrowfen.', publication: { id: 'falls' } },
  { text: 'Harrowfen used 3 million pounds.', publication: { id: 'accounts' } },
];
const service = new LLMock({ port: 0 });

beforeAll(async () => {
  await service.start();
});
afterEach(() => {
  service.clearFixtures();
  service.clearRequests();
});
afterAll(() => service.stop());

async function gather() {
  const search = { ...createWordSearch(library), log: silentLog };
  const calls = callsOf(chatModel(`${service.url}/v1`));
  const first = await findPassages(search, question, { audiences: ['public'] });
  const gathered = await gatherPassages(search, first, { audiences: ['public'] }, calls).finally(
    () => calls.close(),
  );
  return { first, run: calls.run, ids: gathered.passages.map(({ publication }) => publication.id) };
}

/** Names of the schemas that the service was asked to write by. */
const asked = (): unknown[] =>
  service.getRequests().map(({ body }) => {
    const { response_format: format } = body as { response_format?: unknown };
    return (format as { json_schema?: { name?: string } } | undefined)?.json_schema?.name;
  });

test('research asks a service by schema, without any tool of its own', async () => {
  const usage = { prompt_tokens: 1_000, completion_tokens: 30, total_tokens: 1_030 };
  service.onMessage(/how this question has to be looked up/, {
    content: '{"kind": "research", "parts": []}',
    usage,
  });
  service.onMessage(/Searched for “Harrowfen used”/, {
    content: '{"searches": [], "read": []}',
    usage,
  });
  service.onMessage(
    /You look up passages/,
    {
      content: '{"searches": [{"query": "Harrowfen used", "publication": ""}], "read": []}',
      usage,
    },
    { chunkSize: 7 },
  );
  const { first, ids, run } = await gather();
  expect(first.found.passages.map(({ publication }) => publication.id)).toEqual(['falls']);
  expect(ids).toEqual(expect.arrayContaining(['falls', 'accounts']));
  expect(asked()).toEqual(['plan-search', 'research-library', 'research-library']);
  for (const { body } of service.getRequests()) expect(body).not.toHaveProperty('tools');
  expect(run.usage).toEqual({ input: 3_000, cachedInput: 0, output: 90 });
});

test('a service that answers with a call of some tool brings nothing but the first search', async () => {
  service.onMessage(/how this question has to be looked up/, {
    content: '{"kind": "research", "parts": []}',
  });
  service.onMessage(/You look up passages/, {
    toolCalls: [{ name: 'send_message', arguments: '{"channel": "C1"}' }],
  });
  const { ids } = await gather();
  expect(ids).toEqual(['falls']);
});
