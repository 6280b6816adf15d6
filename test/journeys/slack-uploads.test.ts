import { describe, expect, test, vi } from 'vitest';
import { ReportRefused } from '../../src/summaries/index.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedSummaries } from '../fakes/scripted-summaries.ts';
import { sampleReport } from '../summaries/files/sample-report.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const text = new TextEncoder().encode('Discharge to assess. Stays fell from 9 to 6 days.');
const paper = { name: 'discharge.txt', mimeType: 'text/plain', bytes: text };
const photo = { name: 'photo.png', mimeType: 'image/png', bytes: text };

async function open(write = () => sampleReport()) {
  const summaries = createScriptedSummaries(write);
  const scripted = createScriptedAsk(() => answered(['An answer.']));
  const journey = await start({ ask: scripted.ask, summaries });
  const { slack } = journey;
  const amira = slack.actAs('amira');
  const direct = amira.directMessageChannel;
  /** What Concord said in a thread, once it owes nothing more. */
  const answersTo = async (ts: string, channel = direct) => {
    await untilQuiet(journey);
    return repliesInThread(slack, channel, ts).map(visibleText);
  };
  return { ...journey, amira, direct, answersTo, summaries, questions: scripted.requests };
}

describe('a file sent to Concord', () => {
  test('with “summarise this” is summarised in its thread, for its sender alone', async () => {
    const { amira, direct, answersTo, summaries, database } = await open();
    const words = 'Please summarise this for the board';
    const sent = await amira.upload(direct, { ...paper, text: words });
    const [reply, ...more] = await answersTo(sent.ts);
    expect(reply).toContain('Median length of stay fell from 9 to 6 days.');
    expect(reply).toContain('is not kept and does not come into the library');
    expect(more).toEqual([]);
    const [asked] = summaries.asked;
    expect(asked?.kind).toBe('file');
    expect(asked?.request).toMatchObject({
      filename: 'discharge.txt',
      bytes: text,
      owner: amira.userId,
      asker: amira.userId,
      length: 'brief',
      reader: 'board',
    });
    const stored = await database.db.selectFrom('inbox_events').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain('Stays fell');
  });

  test('alone is offered a summary, whose length and reader are chosen', async () => {
    const { amira, direct, slack, answersTo, summaries } = await open();
    const sent = await amira.upload(direct, paper);
    const [offer] = await answersTo(sent.ts);
    expect(offer).toContain('I can summarise *discharge.txt*. Choose');
    expect(summaries.asked).toEqual([]);
    const [message] = repliesInThread(slack, direct, sent.ts);
    const ts = message?.ts ?? '';
    await amira.choose(direct, ts, 'upload-length', 'full');
    await amira.choose(direct, ts, 'upload-reader', 'public');
    await amira.clickButton(direct, ts, 'upload-summarise');
    const replies = await answersTo(sent.ts);
    expect(replies[1]).toContain('Median length of stay');
    expect(summaries.asked[0]?.request).toMatchObject({ length: 'full', reader: 'public' });
    await amira.clickButton(direct, ts, 'upload-summarise');
    expect(await answersTo(sent.ts)).toHaveLength(2);
    const told = slack.ephemeralMessages(direct, amira.userId).map(visibleText).join('\n');
    expect(told).toContain('This summary is already here');
    await amira.choose(direct, ts, 'upload-length', 'sentence');
    await amira.clickButton(direct, ts, 'upload-summarise');
    expect(await answersTo(sent.ts)).toHaveLength(3);
  });

  test('that is no document is refused with what can be read', async () => {
    const { amira, direct, answersTo, summaries } = await open();
    const sent = await amira.upload(direct, { ...photo, text: 'summarise this' });
    const [reply] = await answersTo(sent.ts);
    expect(reply).toContain('I cannot read *photo.png*: I read PDF, Word');
    expect(summaries.asked).toEqual([]);
  });

  test('that cannot be read says why', async () => {
    const refuse = () => {
      throw new ReportRefused('file-unreadable', 'This file is protected by a password.');
    };
    const { amira, direct, answersTo } = await open(refuse);
    const sent = await amira.upload(direct, { ...paper, text: 'summarise this' });
    expect(await answersTo(sent.ts)).toEqual([expect.stringContaining('protected by a password')]);
  });

  test('with a question leaves the question to the library, and says so', async () => {
    const { amira, direct, answersTo, summaries, questions } = await open();
    const sent = await amira.upload(direct, { ...paper, text: 'How is success judged?' });
    const [reply] = await answersTo(sent.ts);
    expect(reply).toContain('An answer.');
    expect(reply).toContain('The file was not read');
    expect(questions).toHaveLength(1);
    expect(summaries.asked).toEqual([]);
  });

  test('is summarised when somebody asks for it later in its thread', async () => {
    const { amira, direct, answersTo, summaries } = await open();
    const sent = await amira.upload(direct, paper);
    expect(await answersTo(sent.ts)).toHaveLength(1);
    await amira.directMessage('Summarise it for the board', { threadTs: sent.ts });
    expect((await answersTo(sent.ts))[1]).toContain('Median length of stay');
    expect(summaries.asked[0]?.request).toMatchObject({ reader: 'board', owner: amira.userId });
  });

  test('is not meant where there is none in the thread, or something else is named', async () => {
    const { amira, direct, answersTo, summaries } = await open();
    const sent = await amira.upload(direct, paper);
    await answersTo(sent.ts);
    await amira.directMessage('Summarise the policy on falls', { threadTs: sent.ts });
    const asked = await amira.directMessage('How is success judged?');
    await amira.directMessage('summarise it', { threadTs: asked.ts });
    await answersTo(asked.ts);
    expect(summaries.asked.filter(({ kind }) => kind === 'file')).toEqual([]);
  });

  test('in a channel is sent to a direct message, since others would see its summary', async () => {
    const { amira, answersTo, summaries } = await open();
    const sent = await amira.upload('general', { ...paper, text: '@concord summarise this' });
    const replies = (await answersTo(sent.ts, 'general')).join();
    expect(replies).toContain('I read files in direct messages');
    expect(summaries.asked).toEqual([]);
  });

  test('that is asked for in other words after an edit is summarised below', async () => {
    const { amira, direct, answersTo, summaries } = await open();
    const sent = await amira.upload(direct, { ...paper, text: 'summarise this' });
    expect(await answersTo(sent.ts)).toHaveLength(1);
    await amira.edit(direct, sent.ts, 'summarise this in one sentence');
    expect(await answersTo(sent.ts)).toHaveLength(2);
    expect(summaries.asked[1]?.request).toMatchObject({ length: 'sentence' });
  });

  test('is summarised from the menu of its message, in a direct message', async () => {
    const { amira, direct, slack, summaries, ...journey } = await open();
    const tom = slack.actAs('tom');
    const sent = await tom.upload('general', paper);
    await amira.messageShortcut('summarise_message', 'general', sent.ts);
    await vi.waitFor(() => expect(amira.modal).not.toBeNull());
    await amira.submitView({ 'file-summary-length': 'full' });
    await untilQuiet({ slack, ...journey });
    const [begun] = slack.messages(direct).filter(({ isFromApp }) => isFromApp);
    expect(begun?.text).toContain('You asked for a summary of a file');
    const [reply] = repliesInThread(slack, direct, begun?.ts ?? '').filter(
      ({ ts }) => ts !== begun?.ts,
    );
    expect(visibleText(reply ?? { text: '', blocks: [] })).toContain('Median length of stay');
    expect(summaries.asked[0]?.request).toMatchObject({ length: 'full', owner: amira.userId });
  });
});
