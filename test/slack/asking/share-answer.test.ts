import { expect, test } from 'vitest';
import type { Exchange } from '../../../src/answering/index.ts';
import { createShareAnswer } from '../../../src/slack/asking/share-answer.ts';
import type { ShareRequest } from '../../../src/slack/incoming/share-request.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { createDeliveryStore } from '../../../src/storage/delivery-store.ts';
import { createExchangeStore } from '../../../src/storage/exchange-store.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';
import { answered, createScriptedAsk } from '../../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../../fakes/scripted-library.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const exchange: Exchange = {
  id: 'slack-1',
  conversation: 'command-1',
  question: 'Who?',
  standaloneQuestion: 'Who?',
  audiences: ['public'],
  answer: answered(['An answer.']),
  confidence: 1,
  askedAt: 0,
  durationMs: 1,
  asker: 'U1',
  modelRun: null,
};
const request: ShareRequest = {
  eventId: 'share-1',
  user: 'U1',
  channel: 'C1',
  exchangeId: exchange.id,
  askAgain: false,
  responseUrl: 'https://hooks.slack.com/x',
  pressedAt: '1.0',
};

/** What became of a press: what was posted in the channel, and what the presser was told. */
async function press(change: Partial<ShareRequest>) {
  const database = await openDatabase(':memory:');
  const clock = createTestClock();
  const exchanges = createExchangeStore(database.db);
  await exchanges.save(exchange);
  const posted: string[] = [];
  const told: string[] = [];
  const share = createShareAnswer({
    ask: createScriptedAsk(() => answered(['Another.'])).ask,
    exchanges,
    library: createScriptedLibrary({ publications: [samplePublication()] }),
    directory: {
      rolesOf: async () => ({ rank: 'members', groups: [] }),
      visibilityOf: async () => ({ kind: 'members' }),
      hasLeft: async () => false,
      forgetPerson: () => {},
      forgetChannel: () => {},
      forgetGroups: () => {},
    },
    deliver: async ({ content }) => {
      posted.push(content.text);
      return '5.000000';
    },
    deliveries: createDeliveryStore(database, clock),
    respond: async (_address, { text }) => void told.push(text),
    clock,
  });
  await share({ ...request, ...change }, new AbortController().signal);
  await database.close();
  return { posted, told };
}

test('who asked can share', async () => {
  const { posted, told } = await press({});
  expect(posted).toEqual([expect.stringContaining('An answer.')]);
  expect(told).toEqual([expect.stringContaining('Shared with the channel.')]);
});

test('nobody else can, whatever they press', async () => {
  for (const askAgain of [false, true]) {
    const { posted, told } = await press({ user: 'U2', askAgain });
    expect(posted).toEqual([]);
    expect(told).toEqual(['Only the person who asked can share an answer.']);
  }
});

test('an answer that is not kept any more cannot be shared', async () => {
  const { posted, told } = await press({ exchangeId: 'slack-2' });
  expect(posted).toEqual([]);
  expect(told).toEqual([expect.stringContaining('not kept any more')]);
});
