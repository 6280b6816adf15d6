import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type ReceivedChat, sendAnswer, sendError, until } from '../models/chat-server.ts';
import { useChatServer } from '../models/use-chat-server.ts';
import { honestAnswer, promptName } from './model-answers.ts';
import { letters, type ModelJourney, outcomes, useModelJourney } from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

const startServer = useChatServer();
const withJourney = useModelJourney();

const question =
  'Compare what the audit that looked at letters found with how joint working is judged.';
const plan = JSON.stringify({ kind: 'research', parts: ['What did the discharge audit find?'] });
const step = (query: string | null): string =>
  JSON.stringify({ searches: query === null ? [] : [{ query, publication: '' }], read: [] });

interface Asked {
  /** What the conversation says is being done. */
  status(): string | null;
  text(): string;
  stop(): Promise<unknown>;
  /** Prompts that the model was sent, in order. */
  prompts: string[];
  /** No connection to the model is open any more. */
  gone(): Promise<void>;
}

type Answer = (response: ServerResponse, prompt: string, request: ReceivedChat) => unknown;

/** Somebody asks, and the model answers each prompt once the status says what is being done. */
async function askSlowly(
  statuses: readonly string[],
  answer: Answer,
  work: (journey: ModelJourney, asked: Asked) => Promise<void>,
): Promise<void> {
  const prompts: string[] = [];
  let status = (): string | null => null;
  const server = await startServer(async (response, request) => {
    const prompt = promptName(request.body);
    prompts.push(prompt);
    const expected = statuses[prompts.length - 1];
    if (expected !== undefined) await until(() => status() === expected);
    answer(response, prompt, request);
  });
  await withJourney({ url: server.url }, async (journey) => {
    const { slack } = journey;
    const amira = slack.actAs('amira');
    const { channel, ts } = await amira.directMessage(question);
    status = () => slack.agentThread(channel, ts).status;
    await work(journey, {
      status,
      prompts,
      text: () => repliesInThread(slack, channel, ts).map(visibleText).join('\n'),
      stop: () => amira.stopAnswer(channel, ts),
      gone: () => until(async () => (await server.connections()) === 0),
    });
    expect(slack.agentThread(channel, ts)).toMatchObject({ status: '', sessionStatus: 'active' });
  });
}

describe('a question that one search does not answer', () => {
  test('is looked up step by step, which people see, and answered with sources', () =>
    askSlowly(
      [
        'Working out what to look up…',
        'Looking further…',
        'Looking further (step 2)…',
        'Comparing 2 publications…',
      ],
      (response, prompt, { body }) => {
        if (prompt === 'plan-search') return sendAnswer(response, plan);
        if (prompt === 'compose-answer') {
          return sendAnswer(response, honestAnswer(body, [letters, outcomes]));
        }
        const isFirst = !body.messages[0]?.content.includes('Searched for “');
        return sendAnswer(response, step(isFirst ? 'outcomes that patients achieve' : null));
      },
      async (journey, { text, prompts }) => {
        await expect.poll(text).toContain(outcomes);
        await untilQuiet(journey);
        expect(text()).toContain(letters);
        expect(prompts).toEqual([
          'plan-search',
          'research-library',
          'research-library',
          'compose-answer',
        ]);
        const answered = journey.entries.find(({ msg }) => msg === 'model-answered');
        expect(answered).toMatchObject({
          steps: [
            { step: 'plan', calls: 1 },
            { step: 'research', calls: 2 },
            { step: 'compose', calls: 1 },
          ],
          failure: null,
        });
      },
    ));

  test('is left alone when somebody presses Stop while more is looked up', () =>
    askSlowly(
      ['Working out what to look up…'],
      (response, prompt) => {
        if (prompt === 'plan-search') sendAnswer(response, plan);
      },
      async (journey, { status, text, stop, prompts, gone }) => {
        await expect.poll(status).toBe('Looking further…');
        await until(() => prompts.length === 2);
        await stop();
        await untilQuiet(journey);
        expect(text()).toContain('Stopped. Ask again whenever you like.');
        expect(journey.entries.some(({ msg }) => msg === 'research-failed')).toBe(false);
        await gone();
      },
    ));

  test('is answered in the library’s own words when the model fails while more is looked up', () =>
    askSlowly(
      ['Working out what to look up…', 'Looking further…'],
      (response, prompt) => {
        if (prompt === 'plan-search') sendAnswer(response, plan);
        else sendError(response, 401, { message: 'no such key' });
      },
      async (journey, { text, prompts }) => {
        await expect.poll(text).toMatch(/\d/);
        await untilQuiet(journey);
        expect(text()).toContain('language model');
        expect(prompts).toEqual(['plan-search', 'research-library']);
      },
    ));
});
