import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { openLibrary } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { silentLog } from '../src/observability/log.ts';
import { type ChatServer, sendAnswer, startChatServer } from './models/chat-server.ts';
import { type RerankServer, scoreByReplies, startRerankServer } from './models/rerank-server.ts';
import { openFilledLibrary } from './retrieval/filled-library.ts';

const sentence = 'Success is measured by the outcomes achieved for the patient.';
const answer = JSON.stringify({
  claims: [
    {
      text: 'Success is measured by outcomes for the patient.',
      quotes: [{ passage: 'P1', quote: sentence }],
    },
  ],
});
const question = 'How is success for the patient measured, by outcomes or by something else?';

let directory: string;
let chat: ChatServer;
let rerank: RerankServer;
const opened: Awaited<ReturnType<typeof openLibrary>>[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'concord-asking-'));
  const library = await openFilledLibrary(join(directory, 'concord.sqlite'));
  await library.write(
    { id: 'Values', passages: [`${sentence} We reply.`] },
    { id: 'Minutes', passages: ['The board named success for a patient in its plan.'] },
  );
  await library.close();
  chat = await startChatServer((response, { body }) => {
    const isOrder = JSON.stringify(body).includes('Order passages of a library');
    sendAnswer(response, isOrder ? '{"passages": ["P2", "P1"]}' : answer);
  });
  rerank = await startRerankServer(({ body }) => ({
    body: { results: scoreByReplies(body.documents) },
  }));
});
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
  await Promise.all([chat.close(), rerank.close()]);
  await rm(directory, { recursive: true, force: true });
});

/** One of the processes that share the folder. */
async function open(environment: Record<string, string> = {}) {
  const config = readConfig(
    {
      DATA_DIR: directory,
      CHAT_MODEL: 'small',
      CHAT_BASE_URL: chat.url,
      ...environment,
    },
    directory,
  );
  const library = await openLibrary(config, { clock: systemClock, log: silentLog });
  opened.push(library);
  await library.engine.refresh();
  await library.engine.embedMissing();
  let asked = 0;
  return {
    library,
    ask: () => {
      asked += 1;
      const conversation = `C${opened.length}:${asked}`;
      return library.ask({ question, conversation, audiences: ['public', 'members'] });
    },
  };
}

describe('an answer that is given again', () => {
  test('is so by all processes with the same settings', async () => {
    const here = await open();
    const first = await here.ask();
    expect(first.answer).toMatchObject({ kind: 'answer', composer: 'model' });
    expect((await here.ask()).modelRun?.cachedFrom).toBe(first.id);
    const there = await open();
    expect((await there.ask()).modelRun?.cachedFrom).not.toBeNull();
    expect(chat.requests).toHaveLength(1);
  });

  test('is composed anew with others, and when CHAT_CACHE is false', async () => {
    await (await open()).ask();
    const warmer = await open({ CHAT_TEMPERATURE: '1' });
    expect((await warmer.ask()).modelRun?.cachedFrom).toBeNull();
    const without = await open({ CHAT_CACHE: 'false' });
    await without.ask();
    expect((await without.ask()).modelRun).toMatchObject({ cachedFrom: null, cacheKey: null });
    expect(chat.requests).toHaveLength(4);
  });

  test('is not what somebody gets who looks through another view of the library', async () => {
    const { library, ask } = await open();
    await ask();
    const view = { retrieve: library.retriever.retrieve };
    const request = { question, conversation: 'C9:1', audiences: ['public', 'members'] as const };
    const { modelRun } = await library.askThrough(view)(request);
    expect(modelRun?.cachedFrom).toBeNull();
  });
});

describe('what RERANK says', () => {
  const titles = async ({ library }: Awaited<ReturnType<typeof open>>): Promise<string[]> => {
    const found = await library.explain({
      standaloneQuestion: question,
      audiences: ['public', 'members'],
    });
    return found.found.passages.map(({ publication }) => publication.title);
  };

  test('endpoint: it decides what is read first, also without a model', async () => {
    expect(await titles(await open({ CHAT_MODEL: '' }))).toEqual(['Minutes', 'Values']);
    const process = await open({ CHAT_MODEL: '', RERANK: 'endpoint', RERANK_URL: rerank.url });
    expect(await titles(process)).toEqual(['Values', 'Minutes']);
    await process.ask();
    expect(rerank.requests).toHaveLength(2);
    await process.library.renewSuggestions();
    expect(rerank.requests).toHaveLength(2);
  });

  test('model: it is asked for the order, then for the answer from passages in that order', async () => {
    const { modelRun, answer: given } = await (await open({ RERANK: 'model' })).ask();
    expect(modelRun?.steps).toMatchObject([{ step: 'rerank' }, { step: 'compose' }]);
    const [, compose] = chat.requests.map(({ body }) => JSON.stringify(body.messages));
    expect(compose).toMatch(/<<P1, Values/);
    expect(given).toMatchObject({ sources: [{ publication: { title: 'Values' } }] });
  });
});
