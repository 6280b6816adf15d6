import type { ServerResponse } from 'node:http';
import { event, sendError, sendEvents, type startChatServer } from '../models/chat-server.ts';
import { honestAnswer } from './model-answers.ts';
import { letters, pharmacists, sameDay } from './model-journey.ts';

export const unusable = 'The language model could not be used';
const incomplete = 'The language model broke off: this answer may be incomplete.';
const unverified = 'Nothing the language model wrote could be verified';

export type Answer = Parameters<typeof startChatServer>[0];
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

/** A way in which a model fails, and what people and operators are told of it. */
export interface ModelFailure {
  answer: Answer;
  /** Which answer people get, and with which words about the model. */
  note: string;
  composer?: 'model' | 'extractive';
  /** What operators read in the log: what to do, or what to set; null where there is nothing. */
  advice: RegExp | 'CHAT_OUTPUT' | null;
  waits?: 'short' | 'long';
}

export const modelFailures: Record<string, ModelFailure> = {
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
    waits: 'short',
    note: unusable,
    advice: /CHAT_TIMEOUT_MS/,
  },
  'a trickle of nothing': {
    answer: going(() => event('')),
    waits: 'short',
    note: unusable,
    advice: /CHAT_(?:TOTAL|ANSWER)_TIMEOUT_MS/,
  },
  'a trickle after the first claim': {
    answer: going(() => event(' '), begun),
    waits: 'short',
    note: incomplete,
    composer: 'model',
    advice: /CHAT_(?:TOTAL|ANSWER)_TIMEOUT_MS/,
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
    advice: 'CHAT_OUTPUT',
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
  'an answer of nothing': { answer: saying(''), note: unusable, advice: 'CHAT_OUTPUT' },
  garbage: {
    answer: saying('Sure! {{{ "claims" ]]] \u0000 42 <!channel> https://evil.example'),
    note: unusable,
    advice: 'CHAT_OUTPUT',
  },
  'an answer without end': {
    answer: (response) => {
      const chunk = [event('{"claims": [{"text": "'.padEnd(100_000, 'lorem ipsum '))];
      for (let count = 0; count < 100; count += 1) sendEvents(response, chunk);
      response.end('data: [DONE]\n\n');
    },
    note: unusable,
    advice: /thinks less/,
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
