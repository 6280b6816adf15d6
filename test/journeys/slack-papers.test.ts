import { expect, test } from 'vitest';
import type { NoticeContent } from '../../src/notices/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { createScriptedSummaries } from '../fakes/scripted-summaries.ts';
import { sampleReport } from '../summaries/files/sample-report.ts';
import { composeOptions } from './compose-journey.ts';
import { hourMs, noticesIn } from './notice-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const publications = [
  samplePublication({ id: 'open', title: 'Falls at home', audience: 'public' }),
  samplePublication({ id: 'members', title: 'Discharge for members', audience: 'members' }),
  samplePublication({ id: 'leads', title: 'For leads alone', audience: 'leads' }),
];

/** A notice that is posted in a channel, with a button under it. */
async function posted(change: (content: NoticeContent) => NoticeContent, name = 'general') {
  const summaries = createScriptedSummaries(({ request }) => {
    const found = publications.find(({ id }) => id === request.publicationId);
    return sampleReport({ title: `Of ${found?.title ?? 'nothing'}` });
  });
  const library = createScriptedLibrary({ publications });
  const journey = await start(composeOptions({ summaries, library }));
  const { slack } = journey;
  const { session, schedule, untilSent, said, channelId, whispers } = noticesIn(journey);
  const content = session({ papers: ['open', 'members', 'leads'] });
  const { id } = await schedule(change({ ...content, channels: [channelId(name)] }));
  slack.clock.advance(hourMs);
  await untilSent(id);
  const channel = channelId(name);
  const ts = said(channel)[0]?.ts ?? '';
  const press = async (person: string) => {
    await slack.actAs(person).clickButton(name, ts, 'notice-summarise');
    await untilQuiet(journey);
  };
  const inThread = () =>
    repliesInThread(slack, channel, ts)
      .filter((message) => message.ts !== ts)
      .map(visibleText);
  const told = (person: string) => whispers(channel, person).map(visibleText).join('\n');
  return { ...journey, notice: id, summaries, channel, press, inThread, told };
}

const asSession = (content: NoticeContent): NoticeContent => content;
const asPublication = (content: NoticeContent): NoticeContent => ({
  ...content,
  details: {
    kind: 'publication',
    publicationId: 'members',
    title: 'Discharge for members',
    authors: [],
    text: 'It is new.',
    link: null,
  },
});

test('the papers of a session are summarised in its thread, once, for all who see it', async () => {
  const { press, inThread, told, summaries } = await posted(asSession);
  await press('amira');
  expect(inThread()).toHaveLength(2);
  expect(inThread()[0]).toContain('Of Falls at home');
  expect(inThread()[1]).toContain('Of Discharge for members');
  expect(summaries.asked.map(({ request }) => request.publicationId)).toEqual(['open', 'members']);
  expect(summaries.asked[0]?.request).toMatchObject({ length: 'brief', reader: 'member' });
  expect(summaries.asked[0]?.request.audiences).not.toContain('leads');
  await press('sofia');
  expect(inThread()).toHaveLength(2);
  expect(summaries.asked).toHaveLength(2);
  expect(told('sofia')).toContain('The summary is in the thread of this message already.');
  expect(told('sofia')).toContain('Go there');
});

test('two who press at once get each summary once', async () => {
  const { slack, inThread, press, channel, ...journey } = await posted(asSession);
  const [card] = slack.messages(channel).filter(({ isFromApp }) => isFromApp);
  const click = (person: string) =>
    slack.actAs(person).clickButton('general', card?.ts ?? '', 'notice-summarise');
  await Promise.all([click('amira'), click('tom'), click('sofia')]);
  await untilQuiet({ slack, ...journey });
  expect(inThread()).toHaveLength(2);
});

test.each([
  ['is lost after it took effect', { afterEffect: true }],
  ['fails', { status: 500 }],
])('a post that %s comes once all the same', async (_, fault) => {
  const { slack, press, inThread } = await posted(asSession);
  slack.faults.failNext('chat.postMessage', fault);
  await press('amira');
  expect(inThread()).toHaveLength(2);
  await press('amira');
  expect(inThread()).toHaveLength(2);
});

test('where a guest reads along, only what is public is summarised, whoever asks', async () => {
  const toAll = (content: NoticeContent): NoticeContent => ({ ...content, audience: 'public' });
  const { press, inThread, summaries } = await posted(toAll, 'primary-care');
  await press('amira');
  expect(inThread()).toHaveLength(1);
  expect(inThread()[0]).toContain('Of Falls at home');
  expect(summaries.asked[0]?.request.audiences).toEqual(['public']);
});

test('of a notice that was called off nothing is summarised', async () => {
  const { press, inThread, told, notices, notice } = await posted(asSession);
  await notices.notices.cancel(notice);
  await press('amira');
  expect(inThread().join()).not.toContain('Of Falls');
  expect(told('amira')).toContain('called off');
});

test('a publication that is announced is summarised under its card', async () => {
  const { press, inThread, summaries } = await posted(asPublication);
  await press('tom');
  expect(inThread()).toHaveLength(1);
  expect(inThread()[0]).toContain('Of Discharge for members');
  expect(summaries.asked).toHaveLength(1);
});

test('a card without anything to read offers no summary', async () => {
  const { press } = await posted((content) => ({
    ...content,
    details:
      content.details.kind === 'session'
        ? { ...content.details, papers: ['gone'] }
        : content.details,
  }));
  await expect(press('amira')).rejects.toThrow(/notice-summarise/);
});
