import { expect, test, vi } from 'vitest';
import { type Report, ReportRefused } from '../../src/summaries/index.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { type AskedReport, createScriptedSummaries } from '../fakes/scripted-summaries.ts';
import { sampleReport } from '../summaries/files/sample-report.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const bytes = new TextEncoder().encode('Discharge to assess. Stays fell from 9 to 6 days.');
const paper = { name: 'discharge.txt', mimeType: 'text/plain', bytes };

/** Ends only when it is stopped. */
function untilStopped({ request: { signal } }: AskedReport): Promise<Report> {
  const { promise, reject } = Promise.withResolvers<Report>();
  signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  return promise;
}

async function open(write: (asked: AskedReport) => Report | Promise<Report>) {
  const summaries = createScriptedSummaries(write);
  const { ask } = createScriptedAsk(() => answered(['An answer.']));
  const journey = await start({ ask, summaries });
  const { slack } = journey;
  const amira = slack.actAs('amira');
  const direct = amira.directMessageChannel;
  const inThread = (ts: string) => repliesInThread(slack, direct, ts);
  const said = (ts: string): string[] => inThread(ts).map(visibleText);
  const quiet = () => untilQuiet(journey);
  return { ...journey, amira, direct, summaries, inThread, said, quiet };
}

/** A file that was sent alone, and the message with the button under it. */
async function openOffer(write: (asked: AskedReport) => Report | Promise<Report>) {
  const journey = await open(write);
  const { amira, direct, inThread, quiet } = journey;
  const { ts } = await amira.upload(direct, paper);
  await quiet();
  const offer = inThread(ts)[0]?.ts ?? '';
  return { ...journey, ts, press: () => amira.clickButton(direct, offer, 'upload-summarise') };
}

test('a summary that was stopped comes when its button is pressed again', async () => {
  let times = 0;
  const { amira, direct, ts, press, quiet, said, summaries } = await openOffer((asked) => {
    times += 1;
    return times === 1 ? untilStopped(asked) : sampleReport();
  });
  await press();
  await vi.waitFor(() => expect(summaries.asked).toHaveLength(1));
  await amira.stopAnswer(direct, ts);
  await quiet();
  expect(said(ts).at(-1)).toContain('Stopped.');
  await press();
  await quiet();
  expect(said(ts).at(-1)).toContain('Median length of stay');
});

test('what was refused is tried again when its button is pressed again', async () => {
  let times = 0;
  const { ts, press, quiet, said } = await openOffer(() => {
    times += 1;
    if (times > 1) return sampleReport();
    throw new ReportRefused('file-unreadable', 'Slack does not let me have this file.');
  });
  await press();
  await quiet();
  expect(said(ts).at(-1)).toContain('Slack does not let me have this file.');
  await press();
  await quiet();
  expect(said(ts).at(-1)).toContain('Median length of stay');
});

test('Stop ends what was asked for in the form of a message’s file', async () => {
  const { slack, amira, direct, inThread, said, quiet, summaries } = await open(untilStopped);
  const sent = await slack.actAs('tom').upload('general', paper);
  await amira.messageShortcut('summarise_message', 'general', sent.ts);
  await vi.waitFor(() => expect(amira.modal).not.toBeNull());
  await amira.submitView({});
  await vi.waitFor(() => expect(summaries.asked).toHaveLength(1));
  const begun = slack.messages(direct).find(({ isFromApp }) => isFromApp)?.ts ?? '';
  await amira.stopAnswer(direct, begun);
  await quiet();
  expect(said(begun).join()).toContain('Stopped.');
  expect(inThread(begun).length).toBeGreaterThan(0);
});

test('Stop ends waiting for one’s turn, too', async () => {
  const { amira, direct, said, quiet, summaries } = await open(untilStopped);
  const sent = new Map<string, string>();
  for (const name of ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']) {
    sent.set(name, (await amira.upload(direct, { ...paper, name, text: 'summarise this' })).ts);
  }
  const all = [...sent.values()];
  await vi.waitFor(() => expect(summaries.asked).toHaveLength(4));
  for (const { request } of summaries.asked) sent.delete(String(request.filename));
  const [waits = '', ...others] = sent.values();
  expect(others).toEqual([]);
  await amira.stopAnswer(direct, waits);
  await vi.waitFor(() => expect(said(waits).join()).toContain('Stopped.'));
  expect(summaries.asked).toHaveLength(4);
  for (const ts of all) await amira.stopAnswer(direct, ts);
  await quiet();
});
