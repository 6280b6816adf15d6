import { describe, expect, test } from 'vitest';
import type { Answer, AskRequest } from '../../src/answering/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { answered, createScriptedAsk, type ScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import {
  repliesInThread,
  type SlackJourney,
  type SlackJourneyOptions,
  untilQuiet,
  visibleText,
} from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

async function open(
  answer: (request: AskRequest) => Answer,
  options: Partial<SlackJourneyOptions> = {},
): Promise<SlackJourney & ScriptedAsk> {
  const scripted = createScriptedAsk(answer);
  const journey = await start({ ask: scripted.ask, ...options });
  return { ...journey, ...scripted };
}

const question = 'How should we judge success?';
const claim = 'Success should be judged by the outcomes that patients achieve.';
const answer = () => answered([claim]);
const library = createScriptedLibrary({
  questions: [{ title: 'Common values', question: 'What are the common values?' }],
});

describe('a question', () => {
  test('in a direct message is answered in its thread, with the source', async () => {
    const { slack, requests } = await open(answer);
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const asked = await amira.directMessage(question);
    const reply = await slack.waitForReply({ channel, threadTs: asked.ts }, 3_000);
    expect(reply.text).toContain(`${claim} [1]`);
    expect(visibleText(reply)).toContain('[1] Common values · statement · October 2014');
    expect(requests).toEqual([
      expect.objectContaining({
        question,
        conversation: `${channel}:${asked.ts}`,
        audiences: ['public', 'members'],
      }),
    ]);
  });

  test('with a mention is answered in the thread it starts, once, though it comes as two events', async () => {
    const journey = await open(answer);
    const { slack, requests } = journey;
    const asked = await slack.actAs('amira').mention('general', question);
    await slack.waitForReply({ channel: 'general', threadTs: asked.ts }, 3_000);
    await untilQuiet(journey);
    expect(slack.counters.eventsSent).toBeGreaterThanOrEqual(2);
    expect(repliesInThread(slack, 'general', asked.ts)).toHaveLength(1);
    expect(requests).toEqual([expect.objectContaining({ question })]);
  });

  test('in a thread where Concord takes part needs no mention and keeps the conversation', async () => {
    const journey = await open(answer);
    const { slack, requests } = journey;
    const amira = slack.actAs('amira');
    const first = await amira.mention('general', question);
    // The follow-up arrives while the first answer is still being worked on.
    await amira.post('general', 'And who decides?', { threadTs: first.ts });
    await slack.actAs('tom').post('general', 'Since when?', { threadTs: first.ts });
    await untilQuiet(journey);
    expect(repliesInThread(slack, 'general', first.ts)).toHaveLength(3);
    expect(requests.map((request) => request.question)).toEqual([
      question,
      'And who decides?',
      'Since when?',
    ]);
    expect(new Set(requests.map((request) => request.conversation)).size).toBe(1);
  });

  test('shows how many publications are searched until the reply arrives', async () => {
    const { slack } = await open(answer);
    const asked = await slack.actAs('amira').mention('general', question);
    await slack.waitForReply({ channel: 'general', threadTs: asked.ts }, 3_000);
    const statuses = slack.calls.filter((call) => call.method === 'assistant.threads.setStatus');
    // On a slow machine another line comes before it.
    expect(statuses.map(({ arguments: { status } }) => status)).toContain(
      'Searching 24 publications…',
    );
    await expect.poll(() => slack.agentThread('general', asked.ts).status).toBe('');
    const methods = slack.calls.map((call) => call.method);
    expect(methods.indexOf('assistant.threads.setStatus')).toBeLessThan(
      methods.indexOf('chat.postMessage'),
    );
  });
});

describe('no reply is given to', () => {
  test('messages in channels that do not call Concord, and threads it has no part in', async () => {
    const journey = await open(answer);
    const { slack, requests } = journey;
    const root = await slack.actAs('amira').post('general', question);
    await slack.actAs('tom').post('general', 'What do you mean?', { threadTs: root.ts });
    await untilQuiet(journey);
    expect(requests).toEqual([]);
    expect(slack.messages('general').filter((message) => message.isFromApp)).toEqual([]);
  });

  test('a reply to somebody else, to Concord’s own words, edits and deletions', async () => {
    const journey = await open(answer);
    const { slack, requests } = journey;
    const amira = slack.actAs('amira');
    const first = await amira.mention('general', question);
    await untilQuiet(journey);
    const toTom = await amira.post('general', '@tom do you agree?', { threadTs: first.ts });
    await amira.edit('general', toTom.ts, '@tom do you agree with it?');
    const other = await amira.post('general', '@tom or not?', { threadTs: first.ts });
    await amira.delete('general', other.ts);
    await untilQuiet(journey);
    expect(requests).toHaveLength(1);
    expect(repliesInThread(slack, 'general', first.ts)).toHaveLength(1);
  });

  test('people who thank each other in its thread', async () => {
    const journey = await open((request) =>
      request.question.includes('?')
        ? answer()
        : { kind: 'abstention', reason: 'nothing-relevant', nearest: [] },
    );
    const { slack } = journey;
    const first = await slack.actAs('amira').mention('general', question);
    await slack.actAs('tom').post('general', 'Thank you, that helps.', { threadTs: first.ts });
    await untilQuiet(journey);
    expect(repliesInThread(slack, 'general', first.ts)).toHaveLength(1);
    const statuses = slack.calls.filter((call) => call.method === 'assistant.threads.setStatus');
    expect(statuses.at(-1)?.arguments.status).toBe('');
  });
});

describe('without an answer', () => {
  test('an abstention names the nearest publications and whom to ask', async () => {
    const publication = samplePublication({ title: 'Waiting lists', pageCount: 40, format: 'pdf' });
    const { slack } = await open(
      () => ({
        kind: 'abstention',
        reason: 'nothing-relevant',
        nearest: [{ publication, heading: 'Referral', page: 12 }],
      }),
      { helpChannel: 'C0HELP00000' },
    );
    const amira = slack.actAs('amira');
    const asked = await amira.directMessage('What does a scan cost?');
    const reply = await slack.waitForReply(
      { channel: amira.directMessageChannel, threadTs: asked.ts },
      3_000,
    );
    const shown = visibleText(reply);
    expect(reply.text).toMatch(/^The library does not answer this\./);
    expect(shown).toContain('Waiting lists · statement · October 2014 · p. 12 · on “Referral”');
    expect(shown).toContain('<#C0HELP00000>');
  });

  test('a mention alone, and a greeting, are greeted with examples', async () => {
    const journey = await open(() => ({ kind: 'abstention', reason: 'no-question', nearest: [] }), {
      library,
    });
    const { slack, requests } = journey;
    const mention = await slack.actAs('amira').mention('general', '');
    const amira = slack.actAs('amira');
    const hello = await amira.directMessage('hello');
    await untilQuiet(journey);
    expect(requests.map((request) => request.question)).toEqual(['hello']);
    for (const [channel, ts] of [
      ['general', mention.ts],
      [amira.directMessageChannel, hello.ts],
    ] as const) {
      const replies = repliesInThread(slack, channel, ts);
      expect(replies).toHaveLength(1);
      expect(replies[0]?.text).toContain('What are the common values?');
    }
  });

  test('opening the conversation offers what the library answers', async () => {
    const { slack } = await open(answer, { library });
    const amira = slack.actAs('amira');
    await amira.openAgentView();
    const offered = () => slack.agentThread(amira.directMessageChannel, null).suggestedPrompts;
    await expect
      .poll(offered)
      .toEqual([{ title: 'Common values', message: 'What are the common values?' }]);
  });

  test('opening the conversation offers nothing while the library holds nothing', async () => {
    const journey = await open(answer);
    const amira = journey.slack.actAs('amira');
    await amira.openAgentView();
    await untilQuiet(journey);
    await amira.directMessage(question);
    await untilQuiet(journey);
    const methods = journey.slack.calls.map((call) => call.method);
    expect(methods).not.toContain('assistant.threads.setSuggestedPrompts');
  });
});
