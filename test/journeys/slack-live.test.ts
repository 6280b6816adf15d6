import { describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { createLiveAsk } from '../fakes/live-ask.ts';
import { answered } from '../fakes/scripted-ask.ts';
import {
  repliesInThread,
  type SlackJourneyOptions,
  untilQuiet,
  visibleText,
} from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const question = 'How should we judge success?';
const claims = ['Success is judged by outcomes.', 'Outcomes are agreed first.', 'Then the budget.'];

async function open(options: Partial<SlackJourneyOptions> = {}) {
  const live = createLiveAsk(() => answered(claims));
  const journey = await start({ ask: live.ask, ...options });
  return { ...journey, gate: live.gate, requests: live.requests };
}

const shown = (slack: LocalSlack, channel: string, ts: string): string =>
  repliesInThread(slack, channel, ts).map(visibleText).join('\n');
const countCalls = (slack: LocalSlack, method: string): number =>
  slack.calls.filter((call) => call.method === method).length;

describe('while an answer is on its way', () => {
  test('people see what is being done, then each statement, then the sources', async () => {
    const journey = await open();
    const { slack, gate } = journey;
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const asked = await amira.directMessage(question);
    const statusNow = () => slack.agentThread(channel, asked.ts).status;
    await expect.poll(statusNow).toBe('Reading 1 publication…');
    const statuses = slack.calls
      .filter((call) => call.method === 'assistant.threads.setStatus')
      .map((call) => call.arguments.status);
    expect(statuses).toEqual(['Searching 24 publications…', 'Reading 1 publication…']);

    gate.open();
    await expect.poll(() => shown(slack, channel, asked.ts)).toContain(claims[0]);
    expect(shown(slack, channel, asked.ts)).not.toContain(claims[1]);
    expect(statusNow()).toBe('');
    gate.open();
    await expect.poll(() => shown(slack, channel, asked.ts)).toContain(claims[1]);
    expect(shown(slack, channel, asked.ts)).not.toContain('Sources');
    gate.openAll();
    await untilQuiet(journey);

    const replies = repliesInThread(slack, channel, asked.ts);
    expect(replies).toHaveLength(1);
    const [reply] = replies;
    expect(reply?.stream?.state).toBe('completed');
    for (const text of [...claims, '*Sources*', 'Common values', 'feedback_buttons']) {
      expect(visibleText(reply ?? { text: '', blocks: [] })).toContain(text);
    }
    expect(countCalls(slack, 'chat.postMessage')).toBe(0);
    expect(statusNow()).toBe('');
  });

  test('the conversation has a title and can be stopped, until the answer is there', async () => {
    const journey = await open();
    const { slack, gate } = journey;
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const asked = await amira.directMessage(`${question} Ask jane@example.org <@U0TOM000000>`);
    const session = () => slack.agentThread(channel, asked.ts);
    await expect.poll(() => session().sessionStatus).toBe('processing');
    expect(session().title).toBe(`${question} Ask [email address]`);
    gate.openAll();
    await untilQuiet(journey);
    expect(session().sessionStatus).toBe('active');
  });

  test('who reads along is said to be found out when that takes long', async () => {
    const { slack, gate } = await open();
    gate.openAll();
    slack.faults.failNext('conversations.info', { delayMs: 400 });
    const asked = await slack.actAs('amira').mention('general', question);
    await slack.waitForReply({ channel: 'general', threadTs: asked.ts }, 3_000);
    const statuses = slack.calls.filter((call) => call.method === 'assistant.threads.setStatus');
    expect(statuses[0]?.arguments.status).toBe('Checking who can read this…');
  });

  test('answers come whole when Slack takes no more streams', async () => {
    const journey = await open();
    const { slack, gate } = journey;
    gate.openAll();
    slack.faults.failNext('chat.startStream', { status: 429, retryAfter: 30 });
    const asked = await slack.actAs('amira').mention('general', question);
    await untilQuiet(journey);
    const replies = repliesInThread(slack, 'general', asked.ts);
    expect(replies).toHaveLength(1);
    expect(replies[0]?.text).toContain(claims[2]);
    expect(countCalls(slack, 'chat.postMessage')).toBe(1);
  });
});

describe('Stop', () => {
  test('ends the answer where it is, keeps what was shown, and stores nothing', async () => {
    const journey = await open();
    const { slack, gate, exchanges } = journey;
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const asked = await amira.directMessage(question);
    gate.open();
    await expect.poll(() => shown(slack, channel, asked.ts)).toContain(claims[0]);
    await amira.stopAnswer(channel, asked.ts);
    await untilQuiet(journey);
    const replies = repliesInThread(slack, channel, asked.ts);
    expect(replies).toHaveLength(1);
    const text = shown(slack, channel, asked.ts);
    expect(text).toContain(claims[0]);
    expect(text).toContain('Common values');
    expect(text).toContain('Stopped. Ask again whenever you like.');
    expect(text).not.toContain(claims[1]);
    expect(text).not.toContain('feedback_buttons');
    expect(await exchanges.latest(`${channel}:${asked.ts}`, 5)).toEqual([]);
    expect(slack.agentThread(channel, asked.ts).sessionStatus).toBe('active');
  });

  test('before anything was found says so', async () => {
    const journey = await open();
    const { slack } = journey;
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const asked = await amira.directMessage(question);
    await expect.poll(() => journey.requests.length).toBe(1);
    await amira.stopAnswer(channel, asked.ts);
    await untilQuiet(journey);
    const [reply] = repliesInThread(slack, channel, asked.ts);
    expect(reply?.text).toBe('Stopped. Ask again whenever you like.');
    expect(slack.agentThread(channel, asked.ts).status).toBe('');
  });

  test('reaches questions that still wait in the thread, and lets later ones be answered', async () => {
    const journey = await open();
    const { slack, gate, inbox } = journey;
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const first = await amira.directMessage(question);
    await expect.poll(() => journey.requests.length).toBe(1);
    await amira.directMessage('And who decides?', { threadTs: first.ts });
    await expect.poll(() => inbox.countOpen()).toBe(2);
    await amira.stopAnswer(channel, first.ts);
    await untilQuiet(journey);
    expect(repliesInThread(slack, channel, first.ts).map(({ text }) => text)).toEqual([
      'Stopped. Ask again whenever you like.',
      'Stopped. Ask again whenever you like.',
    ]);
    expect(journey.requests).toHaveLength(1);
    gate.openAll();
    await amira.directMessage('And now?', { threadTs: first.ts });
    await untilQuiet(journey);
    expect(repliesInThread(slack, channel, first.ts)).toHaveLength(3);
    expect(shown(slack, channel, first.ts)).toContain(claims[2]);
  });

  test('reaches a question that was asked in the form for everyone in a thread', async () => {
    const journey = await open();
    const { slack } = journey;
    const amira = slack.actAs('amira');
    const root = await slack.actAs('tom').post('general', question);
    await amira.messageShortcut('ask_about_message', 'general', root.ts);
    await expect.poll(() => amira.modal).not.toBeNull();
    await amira.submitView({ 'readers-choice': 'thread' });
    await expect.poll(() => journey.requests.length).toBe(1);
    await amira.stopAnswer('general', root.ts);
    await untilQuiet(journey);
    expect(shown(slack, 'general', root.ts)).toContain('Stopped.');
  });

  test('is heard by the process that is at work, whichever process Slack told', async () => {
    const journey = await open();
    const { slack, inbox } = journey;
    const amira = slack.actAs('amira');
    const channel = amira.directMessageChannel;
    const asked = await amira.directMessage(question);
    await expect.poll(() => journey.requests.length).toBe(1);
    // As another process would that shares the database.
    expect(await inbox.requestStop(`${channel}:${asked.ts}`)).toBe(1);
    await untilQuiet(journey);
    expect(repliesInThread(slack, channel, asked.ts)[0]?.text).toContain('Stopped.');
  });
});
