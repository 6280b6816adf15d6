import { describe, expect, test } from 'vitest';
import type { AskQuestion } from '../../src/answering/index.ts';
import { defaultTimings } from '../../src/slack/timings.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createRecordingLog } from '../fakes/recording-log.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import {
  repliesInThread,
  type SlackJourney,
  type SlackJourneyOptions,
  untilQuiet,
} from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const question = 'How should we judge success?';
const claim = 'Success should be judged by outcomes.';

async function open(options: Partial<SlackJourneyOptions> = {}): Promise<SlackJourney> {
  const { ask } = createScriptedAsk(() => answered([claim]));
  const journey = await start({ ask, ...options });
  return journey;
}

/** Asks in #general, waits until nothing is owed any more, and returns the texts of the replies. */
async function askAndWait(journey: SlackJourney): Promise<string[]> {
  const asked = await journey.slack.actAs('amira').mention('general', question);
  await untilQuiet(journey);
  return repliesInThread(journey.slack, 'general', asked.ts).map((message) => message.text);
}

const callsOf = ({ slack }: SlackJourney, method: string) =>
  slack.calls.filter((call) => call.method === method);

describe('a reply arrives exactly once', () => {
  test('when Slack delivers the same event again', async () => {
    const { ask, requests } = createScriptedAsk(() => answered([claim]));
    const journey = await open({ ask });
    const { slack } = journey;
    expect(await askAndWait(journey)).toHaveLength(1);
    const state = slack.snapshot();
    for (const event of state.events) {
      event.status = 'waiting';
      event.attempts = [];
      event.nextAttemptAt = null;
    }
    slack.restore(state);
    // Quiet again means: acknowledged a second time.
    await untilQuiet(journey);
    expect(requests).toHaveLength(1);
    const replies = slack.messages('general').filter((message) => message.isFromApp);
    expect(replies).toHaveLength(1);
    expect(callsOf(journey, 'chat.postMessage')).toHaveLength(1);
  });

  test.each([
    ['the response to a post is an error, though it was posted', { afterEffect: true }],
    ['the connection breaks off after the post', { afterEffect: true, dropConnection: true }],
  ])('when %s', async (_name, fault) => {
    const journey = await open();
    journey.slack.faults.failNext('chat.postMessage', fault);
    expect(await askAndWait(journey)).toHaveLength(1);
    expect(callsOf(journey, 'chat.postMessage')).toHaveLength(1);
    expect(callsOf(journey, 'conversations.replies').length).toBeGreaterThan(0);
  });

  test.each([
    ['nothing was posted behind an error', { status: 503 }],
    ['the connection breaks off before the post', { dropConnection: true }],
    ['Slack has trouble of its own', { status: 200, error: 'internal_error' }],
  ])('when %s', async (_name, fault) => {
    const journey = await open();
    journey.slack.faults.failNext('chat.postMessage', fault);
    expect(await askAndWait(journey)).toHaveLength(1);
    expect(callsOf(journey, 'chat.postMessage')).toHaveLength(2);
  });

  test('when the look-up fails as well, at first', async () => {
    const journey = await open();
    const { faults } = journey.slack;
    faults.failNext('chat.postMessage', { afterEffect: true });
    // The reading client repeats a failed call twice by itself.
    for (let count = 0; count < 3; count += 1) faults.failNext('conversations.replies');
    expect(await askAndWait(journey)).toHaveLength(1);
    expect(callsOf(journey, 'chat.postMessage')).toHaveLength(1);
  });

  test('when Slack asks to wait, and not before', async () => {
    const journey = await open();
    journey.slack.faults.failNext('chat.postMessage', { status: 429, retryAfter: 1 });
    expect(await askAndWait(journey)).toHaveLength(1);
    const [first, second] = callsOf(journey, 'chat.postMessage');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(950);
  });

  test('in a local Slack that begins anew over the same database', async () => {
    const database = await openDatabase(':memory:');
    for (let round = 0; round < 2; round += 1) {
      const journey = await open({ database });
      expect(await askAndWait(journey)).toHaveLength(1);
      await journey.close();
    }
    await database.close();
  });

  test('for questions asked while the connection was down, and after it was replaced', async () => {
    const journey = await open();
    const { slack } = journey;
    expect(slack.connectionCount).toBe(1);
    slack.dropConnection();
    expect(await askAndWait(journey)).toHaveLength(1);
    slack.recycleConnections();
    expect(await askAndWait(journey)).toHaveLength(1);
  });
});

describe('a question that cannot be answered', () => {
  const failing: AskQuestion = async () => {
    throw new TypeError('nothing works');
  };

  test('is apologised for once, with a reference', async () => {
    const journey = await open({ ask: failing, helpChannel: 'C0HELP00000' });
    const replies = await askAndWait(journey);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatch(/^Sorry, .*Reference: C-[0-9a-f]{8}\.$/);
    expect(replies[0]).not.toContain('nothing works');
    const statuses = callsOf(journey, 'assistant.threads.setStatus');
    expect(statuses.at(-1)?.arguments.status).toBe('');
  });

  test('leaves in the log where it failed, not what was asked', async () => {
    const { log, entries } = createRecordingLog();
    await askAndWait(await open({ ask: failing, log }));
    const failure = entries.find((entry) => entry.msg === 'event-handling-failed');
    expect(failure).toMatchObject({ reason: 'TypeError' });
    expect(String(failure?.err)).toContain('slack-delivery.test.ts');
    expect(JSON.stringify(entries)).not.toMatch(/judge success|nothing works/);
  });

  test('is answered after all when the trouble passes', async () => {
    let failures = 2;
    const scripted = createScriptedAsk(() => answered([claim]));
    const journey = await open({
      ask: (request) => {
        failures -= 1;
        return failures >= 0 ? failing(request) : scripted.ask(request);
      },
    });
    expect(await askAndWait(journey)).toEqual([expect.stringContaining(claim)]);
  });

  test('does not hold up other conversations, but does those of its own thread', async () => {
    const order: string[] = [];
    let failures = 2;
    const scripted = createScriptedAsk(() => answered([claim]));
    const journey = await open({
      ask: async (request) => {
        order.push(request.question);
        if (request.question === 'First?' && failures-- > 0) return failing(request);
        return scripted.ask(request);
      },
    });
    const amira = journey.slack.actAs('amira');
    const root = await amira.directMessage('First?');
    await amira.directMessage('Second?', { threadTs: root.ts });
    await journey.slack.actAs('tom').directMessage('Elsewhere?');
    await untilQuiet(journey);
    expect(order.filter((asked) => asked !== 'Elsewhere?')).toEqual([
      'First?',
      'First?',
      'First?',
      'Second?',
    ]);
    expect(order.indexOf('Elsewhere?')).toBeLessThan(order.lastIndexOf('First?'));
  });

  test('where Concord may not write is let go without repeating', async () => {
    const journey = await open();
    journey.slack.faults.failNext('chat.postMessage', { status: 200, error: 'is_archived' });
    expect(await askAndWait(journey)).toEqual([]);
    expect(callsOf(journey, 'chat.postMessage')).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('finishes the question in hand and takes up no other', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const journey = await open({
      ask: createScriptedAsk(async () => {
        await held;
        return answered([claim]);
      }).ask,
      // What is in hand may take its time, as it does on a busy machine.
      timings: { inbox: defaultTimings.inbox },
    });
    const asked = await journey.slack.actAs('amira').mention('general', question);
    await expect.poll(() => callsOf(journey, 'assistant.threads.setStatus').length).toBe(1);
    const stopped = journey.app.stop();
    release();
    await stopped;
    expect(repliesInThread(journey.slack, 'general', asked.ts)).toHaveLength(1);
    expect(await journey.inbox.countOpen()).toBe(0);
  });

  test('hands back what takes too long, for the next process to answer', async () => {
    const journey = await open({
      ask: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
      timings: { postIntervalMs: 0 },
    });
    await journey.slack.actAs('amira').mention('general', question);
    await expect.poll(() => callsOf(journey, 'assistant.threads.setStatus').length).toBe(1);
    await journey.app.stop();
    const claimed = await journey.inbox.claim('next-process', 1_000);
    expect(claimed).toMatchObject({ attempts: 1, failures: 0 });
  });
});
