import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/index.ts';
import type { View } from '../../src/playground/index.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const text = 'We ask ourselves how to judge <success>. Ideas?';
const claim = 'Success is judged by outcomes.';

async function open(answer: () => Answer | Promise<Answer> = () => answered([claim])) {
  const scripted = createScriptedAsk(answer);
  const journey = await start({ ask: scripted.ask });
  const { slack } = journey;
  const amira = slack.actAs('amira');

  /** Chooses the shortcut of a message and waits for the form. */
  const openForm = async (channel: string, ts: string): Promise<View> => {
    await amira.messageShortcut('ask_about_message', channel, ts);
    await expect.poll(() => amira.modal).not.toBeNull();
    if (amira.modal === null) throw new Error('no form');
    return amira.modal;
  };
  return {
    ...journey,
    requests: scripted.requests,
    amira,
    openForm,
    quiet: () => untilQuiet(journey),
    direct: () => slack.messages(amira.directMessageChannel).filter((message) => message.isFromApp),
  };
}

describe('asking about a message', () => {
  test('for oneself is answered in a thread with Concord that goes on like any other', async () => {
    const { slack, amira, openForm, quiet, direct, requests } = await open();
    const root = await slack.actAs('tom').post('general', text);
    const form = await openForm('general', root.ts);
    expect(JSON.stringify(form.blocks)).toContain(
      'We ask ourselves how to judge <success>. Ideas?',
    );
    const sent = await amira.submitView({ 'question-text': 'How is success judged? A & B' });
    expect(sent).toMatchObject({ acknowledged: true, view: null });
    await quiet();
    const [question, reply] = direct();
    expect(question?.threadTs).toBeNull();
    expect(question?.text).toBe('You asked: How is success judged? A &amp; B');
    expect(JSON.stringify(question?.blocks)).toContain(
      `https://partnership.slack.com/archives/C0GENERAL00/p${root.ts.replace('.', '')}`,
    );
    expect(reply).toMatchObject({ threadTs: question?.ts });
    expect(reply?.text).toContain(claim);
    expect(requests[0]).toMatchObject({
      question: 'How is success judged? A & B',
      asker: 'U0AMIRA0000',
      audiences: ['public', 'members'],
    });
    await amira.directMessage('And who decides?', { threadTs: question?.ts ?? '' });
    await quiet();
    expect(repliesInThread(slack, amira.directMessageChannel, question?.ts ?? '')).toHaveLength(3);
    expect(requests[1]?.conversation).toBe(requests[0]?.conversation);
    expect(slack.messages('general').filter((message) => message.isFromApp)).toEqual([]);
  });

  test('for everyone is answered in its thread, with who asked and what', async () => {
    const { slack, amira, openForm, quiet, direct, requests } = await open();
    const root = await slack.actAs('sofia').post('primary-care', text);
    await openForm('primary-care', root.ts);
    await amira.submitView({ 'readers-choice': 'thread' });
    await quiet();
    const replies = repliesInThread(slack, 'primary-care', root.ts);
    expect(replies).toHaveLength(1);
    expect(JSON.stringify(replies[0]?.blocks)).toContain('<@U0AMIRA0000> asked: _');
    expect(replies[0]?.text).toContain(claim);
    expect(requests).toEqual([expect.objectContaining({ audiences: ['public'] })]);
    expect(direct()).toEqual([]);
  });

  test('for everyone is offered only where Concord is', async () => {
    const { slack, amira, openForm, quiet, direct } = await open();
    const root = await slack.actAs('tom').post('coffee', text);
    const form = await openForm('coffee', root.ts);
    expect(JSON.stringify(form.blocks)).not.toContain('Everyone');
    await amira.submitView();
    await quiet();
    expect(direct().at(-1)?.text).toContain(claim);
  });

  test('is told where Concord may not write after all', async () => {
    const { slack, amira, openForm, quiet, direct } = await open();
    const root = await slack.actAs('tom').post('general', text);
    await openForm('general', root.ts);
    slack.administer.remove('general', 'concord');
    await amira.submitView({ 'readers-choice': 'thread' });
    await quiet();
    expect(direct().map((message) => message.text)).toEqual([
      expect.stringContaining('Concord cannot write in the thread of that message'),
    ]);
  });

  test('says what is wrong with a question that is none', async () => {
    const { slack, amira, openForm, requests, quiet } = await open();
    const root = await slack.actAs('tom').post('general', text);
    await openForm('general', root.ts);
    const sent = await amira.submitView({ 'question-text': '?!' });
    expect(sent.errors).toEqual({ question: 'Write a question.' });
    expect(amira.modal).not.toBeNull();
    await quiet();
    expect(requests).toEqual([]);
  });

  test('begins with as much of a very long message as can be asked', async () => {
    const { slack, amira, openForm, quiet, requests } = await open();
    const root = await slack.actAs('tom').post('general', `${'word '.repeat(900)}?`);
    await openForm('general', root.ts);
    await amira.submitView();
    await quiet();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.question.length).toBeLessThanOrEqual(2_000);
  });

  test('that came too late for the form is told to try again', async () => {
    const { slack, amira } = await open();
    const root = await slack.actAs('tom').post('general', text);
    slack.faults.failNext('views.open', { status: 200, error: 'expired_trigger_id' });
    await amira.messageShortcut('ask_about_message', 'general', root.ts);
    const told = () => slack.ephemeralMessages('general', 'amira').map((message) => message.text);
    await expect.poll(told).toEqual([expect.stringContaining('Please choose')]);
    expect(amira.modal).toBeNull();
  });

  test('when the form cannot be shown says so, with a reference', async () => {
    const { slack, amira } = await open();
    const root = await slack.actAs('tom').post('general', text);
    slack.faults.failNext('views.open', { status: 503 });
    await amira.messageShortcut('ask_about_message', 'general', root.ts);
    const told = () => slack.ephemeralMessages('general', 'amira').map((message) => message.text);
    await expect
      .poll(told)
      .toEqual([expect.stringMatching(/The form could not be shown\. .*Reference: C-[0-9a-f]{8}/)]);
  });

  test('that goes wrong is apologised for in the conversation with Concord', async () => {
    const { slack, amira, openForm, quiet, direct } = await open(() => {
      throw new TypeError('nothing works');
    });
    const root = await slack.actAs('tom').post('general', text);
    await openForm('general', root.ts);
    await amira.submitView();
    await quiet();
    expect(direct().map((message) => message.text)).toEqual([
      expect.stringContaining('You asked:'),
      expect.stringMatching(/^Sorry, .*Reference: C-/),
    ]);
  });
});

test('a question can be asked from anywhere', async () => {
  const { amira, quiet, direct } = await open();
  await amira.globalShortcut('ask_library');
  await expect.poll(() => amira.modal).not.toBeNull();
  await amira.submitView({ 'question-text': 'How is success judged?' });
  await quiet();
  const [question, reply] = direct();
  expect(visibleText(question ?? { text: '', blocks: [] })).not.toContain('About');
  expect(reply?.text).toContain(claim);
});

test('a form that is sent twice is answered once', async () => {
  const { amira, slack, quiet, direct } = await open();
  const root = await slack.actAs('tom').post('general', text);
  await amira.messageShortcut('ask_about_message', 'general', root.ts);
  await expect.poll(() => amira.modal).not.toBeNull();
  await Promise.all([amira.submitView(), amira.submitView()]);
  await quiet();
  expect(direct()).toHaveLength(2);
});
