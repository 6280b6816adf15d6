import { describe, expect, test } from 'vitest';
import { sendAnswer, startChatServer } from '../models/chat-server.ts';
import { promptName } from './model-answers.ts';
import { type Answer, modelFailures, unusable } from './model-failures.ts';
import {
  letters,
  lettersQuestion,
  type ModelJourney,
  sameDay,
  useModelJourney,
} from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

const withJourney = useModelJourney();

const plan = JSON.stringify({
  kind: 'several',
  parts: ['What did the discharge audit find?', 'What are the common values?'],
});

/** Most ms that answers wait for the model: soon over where it says nothing, else not in the way. */
const patience = { short: 2_500, long: 8_000 };
/** What a busy machine takes for everything but the model. */
const ownMs = 4_000;
const environments = {
  short: { CHAT_TIMEOUT_MS: '1000', CHAT_TOTAL_TIMEOUT_MS: '2000' },
  long: { CHAT_TIMEOUT_MS: '4000' },
};

/** Asks in a channel with a model that answers so, and sees how it ends. */
async function ask(
  answer: Answer,
  waits: keyof typeof patience,
  work: (journey: ModelJourney, result: Awaited<ReturnType<typeof askIn>>) => Promise<void>,
  { isListening = true, question = lettersQuestion } = {},
): Promise<void> {
  // Not closed after each test, as others run at the same time.
  const server = await startChatServer(answer);
  if (!isListening) await server.close();
  const environment = { ...environments[waits], CHAT_ANSWER_TIMEOUT_MS: String(patience[waits]) };
  try {
    await withJourney({ url: server.url, environment }, async (journey) => {
      const result = await askIn(journey, question, patience[waits] + ownMs);
      expect(result.tookMs).toBeLessThan(patience[waits] + ownMs);
      await work(journey, result);
    });
  } finally {
    if (isListening) await server.close();
  }
}

async function askIn(journey: ModelJourney, question: string, mostMs: number) {
  const { slack } = journey;
  const askedAt = performance.now();
  const asked = await slack.actAs('amira').mention('general', question);
  await untilQuiet(journey, mostMs);
  const tookMs = performance.now() - askedAt;
  const replies = repliesInThread(slack, asked.channel, asked.ts);
  return { asked, tookMs, replies, said: replies.map(visibleText).join('\n') };
}

describe.concurrent('with a model that fails, people still get an answer in time:', () => {
  test.each(Object.entries(modelFailures))('%s', (_name, failure) => {
    const { answer: failing, waits = 'long', note, composer, advice } = failure;
    return ask(failing, waits, async ({ slack, exchanges, entries }, { asked, replies, said }) => {
      expect(replies).toHaveLength(1);
      expect(replies[0]?.stream?.state ?? 'completed').toBe('completed');
      const session = slack.agentThread(asked.channel, asked.ts);
      expect(session).toMatchObject({ status: '', sessionStatus: 'active' });
      expect(said).toContain(note);
      expect(said).toContain('feedback_buttons');
      expect(said).not.toMatch(/evil\.example|All is well|rather not|lorem/);

      const [exchange] = await exchanges.latest(`${asked.channel}:${asked.ts}`, 5);
      const answer = exchange?.answer;
      if (answer?.kind !== 'answer') throw new Error('there is no answer');
      expect(answer.composer).toBe(composer ?? 'extractive');
      for (const { text } of answer.claims) expect(said).toContain(text);
      if (composer === 'model') expect(said).not.toContain(sameDay);
      expect(said).toContain(letters);

      const told = entries.filter(({ msg }) => msg === 'model-failed').map((each) => each.advice);
      expect(told).toEqual(advice instanceof RegExp ? [expect.stringMatching(advice)] : []);
      const set = entries.filter(({ msg }) => msg === 'model-output-unreadable');
      expect(set.flatMap((each) => each.set)).toEqual(
        advice === 'CHAT_OUTPUT' ? ['CHAT_OUTPUT', 'CHAT_MODEL'] : [],
      );
    });
  });

  test('nothing listens where the model should be', () =>
    ask(
      () => {},
      'long',
      async ({ entries }, { replies, said }) => {
        expect(replies).toHaveLength(1);
        expect(said).toContain(unusable);
        expect(entries.find(({ msg }) => msg === 'model-failed')?.reason).toBe('ECONNREFUSED');
      },
      { isListening: false },
    ));

  test('no word, to a question that takes several steps', () =>
    ask(
      (response, { body }) => {
        if (promptName(body) === 'plan-search') sendAnswer(response, plan);
      },
      'short',
      async ({ slack }, { asked, replies, said }) => {
        const session = slack.agentThread(asked.channel, asked.ts);
        expect(session).toMatchObject({ status: '', sessionStatus: 'active' });
        const statuses = slack.calls
          .filter(({ method }) => method === 'assistant.threads.setStatus')
          .map((call) => call.arguments.status);
        expect(statuses).toContain('Working out what to look up…');
        expect(replies).toHaveLength(1);
        expect(said).toContain(unusable);
      },
      { question: 'What is the difference between the discharge audit and the common values?' },
    ));
});
