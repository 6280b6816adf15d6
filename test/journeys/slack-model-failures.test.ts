import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { event, sendError, sendEvents, startChatServer } from '../models/chat-server.ts';
import { honestAnswer } from './model-answers.ts';
import {
  letters,
  lettersQuestion,
  type ModelJourney,
  pharmacists,
  sameDay,
  useModelJourney,
} from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

const withJourney = useModelJourney();

/** As configured below, with which every answer has to be there. */
const answerMs = 2_500;
/** What a busy machine takes for everything but the model. */
const ownMs = 4_000;
const quick = {
  CHAT_TIMEOUT_MS: '1000',
  CHAT_TOTAL_TIMEOUT_MS: '2000',
  CHAT_ANSWER_TIMEOUT_MS: String(answerMs),
};

const unusable = 'The language model could not be used';
const incomplete = 'The language model broke off: this answer may be incomplete.';
const unverified = 'Nothing the language model wrote could be verified';

type Answer = Parameters<typeof startChatServer>[0];
type Request = Parameters<Answer>[1];

const whole = ({ body }: Request): string => honestAnswer(body, [letters, sameDay, pharmacists]);
/** What was written until the second claim was under way. */
const begun = (request: Request): string =>
  whole(request).slice(0, whole(request).indexOf(sameDay));
const say = (response: ServerResponse, text: string, finishReason: string | null): void =>
  sendEvents(response, [
    event(text),
    ...(finishReason === null ? [] : [event(null, finishReason)]),
  ]);
const saying =
  (text: string, finishReason = 'stop'): Answer =>
  (response) => {
    say(response, text, finishReason);
    response.end('data: [DONE]\n\n');
  };
const refusing =
  (status: number, code: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    sendError(response, status, { message: 'no', code }, headers);
/** Sends events every few ms until nobody listens. */
const going =
  (next: (count: number) => unknown, first?: (request: Request) => string): Answer =>
  (response, request) => {
    sendEvents(response, [event(first?.(request) ?? '')]);
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      sendEvents(response, [next(count)]);
    }, 20);
    response.on('close', () => clearInterval(timer));
  };

interface Failure {
  answer: Answer;
  /** Which answer people get, and with which words about the model. */
  note: string;
  composer?: 'model' | 'extractive';
  /** What operators read in the log; null where nothing is wrong with the service. */
  advice: RegExp | null;
}

const failures: Record<string, Failure> = {
  'a key that is refused': {
    answer: refusing(401, 'invalid_api_key'),
    note: unusable,
    advice: /CHAT_API_KEY/,
  },
  'a model that is not there': {
    answer: refusing(404, 'model_not_found'),
    note: unusable,
    advice: /Check CHAT_MODEL/,
  },
  'a request that is refused': {
    answer: refusing(400, 'invalid_request_error'),
    note: unusable,
    advice: /Check CHAT_MODEL, CHAT_OUTPUT/,
  },
  'an account without credit': {
    answer: refusing(429, 'insufficient_quota'),
    note: unusable,
    advice: /no credit/,
  },
  'a prompt that is too long': {
    answer: refusing(400, 'context_length_exceeded'),
    note: unusable,
    advice: /longer than the model takes/,
  },
  'a limit of requests, for longer than anybody waits': {
    answer: refusing(429, 'rate_limit_exceeded', { 'retry-after': '60' }),
    note: unusable,
    advice: /CHAT_CONCURRENCY/,
  },
  'a service that is down': {
    answer: refusing(503, 'overloaded'),
    note: unusable,
    advice: /cannot be reached or is overloaded/,
  },
  'a connection that is cut at once': {
    answer: (response) => response.destroy(),
    note: unusable,
    advice: /cannot be reached/,
  },
  'no word at all': {
    answer: () => {},
    note: unusable,
    advice: /CHAT_TIMEOUT_MS/,
  },
  'a trickle of nothing': {
    answer: going(() => event('')),
    note: unusable,
    advice: /CHAT_TOTAL_TIMEOUT_MS/,
  },
  'a trickle after the first claim': {
    answer: going(() => event(' '), begun),
    note: incomplete,
    composer: 'model',
    advice: /CHAT_TOTAL_TIMEOUT_MS/,
  },
  'a stream that is cut after the first claim': {
    answer: (response, request) => {
      say(response, begun(request), null);
      setTimeout(() => response.destroy(), 50);
    },
    note: incomplete,
    composer: 'model',
    advice: /broke off/,
  },
  'a stream that is cut before the first claim is complete': {
    answer: (response, request) => {
      say(response, whole(request).slice(0, 60), null);
      setTimeout(() => response.destroy(), 50);
    },
    note: unusable,
    advice: /broke off/,
  },
  'an error in the middle of the stream': {
    answer: (response, request) => {
      say(response, begun(request), null);
      sendEvents(response, [{ error: { message: 'oops', code: 'server_error' } }]);
      response.end();
    },
    note: incomplete,
    composer: 'model',
    advice: /broke off/,
  },
  'an event that is none': {
    answer: (response) => {
      sendEvents(response, []);
      response.end('data: {"choices": [\n\ndata: [DONE]\n\n');
    },
    note: unusable,
    advice: /broke off/,
  },
  'JSON that is cut off at the most tokens': {
    answer: (response, request) => {
      say(response, begun(request), 'length');
      response.end('data: [DONE]\n\n');
    },
    note: incomplete,
    composer: 'model',
    advice: /thinks less/,
  },
  'malformed JSON': {
    answer: saying('{"claims": [{"text" "no colon"}]}'),
    note: unusable,
    advice: null,
  },
  'a refusal': {
    answer: (response) => {
      sendEvents(response, [
        { choices: [{ index: 0, delta: { refusal: 'I would rather not.' } }] },
      ]);
      response.end();
    },
    note: unusable,
    advice: /declined/,
  },
  'a filter that takes the answer': {
    answer: saying('', 'content_filter'),
    note: unusable,
    advice: /filter/,
  },
  'a filter that takes the question': {
    answer: refusing(400, 'content_filter'),
    note: unusable,
    advice: /filter/,
  },
  'an answer of nothing': { answer: saying(''), note: unusable, advice: null },
  garbage: {
    answer: saying('Sure! {{{ "claims" ]]] \u0000 42 <!channel> https://evil.example'),
    note: unusable,
    advice: null,
  },
  'an answer without end': {
    answer: (response) => {
      const chunk = [event('{"claims": [{"text": "'.padEnd(100_000, 'lorem ipsum '))];
      for (let count = 0; count < 100; count += 1) sendEvents(response, chunk);
      response.end('data: [DONE]\n\n');
    },
    note: unusable,
    advice: null,
  },
  'claims of which none is true': {
    answer: saying(
      JSON.stringify({
        claims: [
          { text: 'All is well.', quotes: [{ passage: 'P1', quote: 'All is well here now.' }] },
        ],
      }),
    ),
    note: unverified,
    advice: null,
  },
};

/** Asks in a channel with a model that answers so, and sees how it ends. */
async function ask(
  answer: Answer,
  work: (journey: ModelJourney, result: Awaited<ReturnType<typeof askIn>>) => Promise<void>,
  isListening = true,
): Promise<void> {
  // Not closed after each test, as others run at the same time.
  const server = await startChatServer(answer);
  if (!isListening) await server.close();
  try {
    await withJourney({ url: server.url, environment: quick }, async (journey) =>
      work(journey, await askIn(journey)),
    );
  } finally {
    if (isListening) await server.close();
  }
}

async function askIn(journey: ModelJourney) {
  const { slack } = journey;
  const askedAt = performance.now();
  const asked = await slack.actAs('amira').mention('general', lettersQuestion);
  await untilQuiet(journey, answerMs + ownMs);
  const tookMs = performance.now() - askedAt;
  const replies = repliesInThread(slack, asked.channel, asked.ts);
  return { asked, tookMs, replies, said: replies.map(visibleText).join('\n') };
}

describe.concurrent('with a model that fails, people still get an answer in time:', () => {
  test.each(Object.entries(failures))('%s', (_name, { answer: failing, note, composer, advice }) =>
    ask(failing, async ({ slack, exchanges, entries }, { asked, tookMs, replies, said }) => {
      expect(tookMs).toBeLessThan(answerMs + ownMs);
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
      if (advice === null) expect(told).toEqual([]);
      else expect(told).toEqual([expect.stringMatching(advice)]);
    }),
  );

  test('nothing listens where the model should be', () =>
    ask(
      () => {},
      async ({ entries }, { replies, said, tookMs }) => {
        expect(tookMs).toBeLessThan(answerMs + ownMs);
        expect(replies).toHaveLength(1);
        expect(said).toContain(unusable);
        expect(entries.find(({ msg }) => msg === 'model-failed')?.reason).toBe('ECONNREFUSED');
      },
      false,
    ));
});
