import { describe, expect, test } from 'vitest';
import { event, sendAnswer, sendEvents, until } from '../models/chat-server.ts';
import { useChatServer } from '../models/use-chat-server.ts';
import { honestAnswer, promptText } from './model-answers.ts';
import {
  letters,
  lettersQuestion,
  type ModelJourney,
  outcomes,
  patienceMs,
  pharmacists,
  sameDay,
  useModelJourney,
} from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

const startServer = useChatServer();
const withJourney = useModelJourney();

const otherQuestion = 'By what is joint working judged?';

/** Somebody has asked, and the model has written a claim and a half, and writes no more. */
async function inTheMiddle(
  work: (
    journey: ModelJourney,
    asked: { channel: string; ts: string; text(): string; gone(): Promise<void> },
  ) => Promise<void>,
): Promise<void> {
  const server = await startServer((response, { body }) => {
    if (promptText(body).includes(otherQuestion)) {
      sendAnswer(response, honestAnswer(body, [outcomes]));
      return;
    }
    const whole = honestAnswer(body, [letters, sameDay, pharmacists]);
    sendEvents(response, [event(whole.slice(0, whole.indexOf(sameDay) + 20))]);
  });
  await withJourney({ url: server.url }, async (journey) => {
    const { slack } = journey;
    const { channel, ts } = await slack.actAs('amira').directMessage(lettersQuestion);
    const text = (): string => repliesInThread(slack, channel, ts).map(visibleText).join('\n');
    await expect.poll(text).toContain(letters);
    const gone = (): Promise<void> => until(async () => (await server.connections()) === 0);
    await work(journey, { channel, ts, text, gone });
    expect(slack.agentThread(channel, ts)).toMatchObject({ status: '', sessionStatus: 'active' });
    const states = repliesInThread(slack, channel, ts).map(({ stream }) => stream?.state);
    expect(states).not.toContain('in_progress');
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });
}

describe('in the middle of what a model writes', () => {
  test('Stop keeps what was shown, ends the model’s work and stores nothing', () =>
    inTheMiddle(async (journey, { channel, ts, text, gone }) => {
      await journey.slack.actAs('amira').stopAnswer(channel, ts);
      await untilQuiet(journey, patienceMs);
      expect(repliesInThread(journey.slack, channel, ts)).toHaveLength(1);
      expect(text()).toContain(letters);
      expect(text()).toContain('Stopped. Ask again whenever you like.');
      expect(text()).not.toContain('The language model');
      expect(text()).not.toContain('feedback_buttons');
      expect(await journey.exchanges.latest(`${channel}:${ts}`, 5)).toEqual([]);
      await gone();
      const ended = journey.entries.find(({ msg }) => msg === 'model-answered');
      expect(ended).toMatchObject({ usage: { output: expect.any(Number) } });
      expect(journey.entries.some(({ msg }) => msg === 'model-failed')).toBe(false);
    }));

  test('an edit of the question ends it, and the question is answered as it now reads', () =>
    inTheMiddle(async (journey, { channel, ts, text, gone }) => {
      await journey.slack.actAs('amira').edit(channel, ts, otherQuestion);
      await expect.poll(text).toContain(outcomes);
      await untilQuiet(journey, patienceMs);
      expect(repliesInThread(journey.slack, channel, ts)).toHaveLength(1);
      expect(text()).not.toContain(letters);
      const kept = await journey.exchanges.latest(`${channel}:${ts}`, 5);
      expect(kept.map(({ question }) => question)).toEqual([otherQuestion]);
      await gone();
    }));

  test('a deletion of the question takes all of it away', () =>
    inTheMiddle(async (journey, { channel, ts, text, gone }) => {
      await journey.slack.actAs('amira').delete(channel, ts);
      await expect.poll(text).toBe('');
      await untilQuiet(journey, patienceMs);
      expect(text()).toBe('');
      expect(await journey.exchanges.latest(`${channel}:${ts}`, 5)).toEqual([]);
      await gone();
    }));
});
