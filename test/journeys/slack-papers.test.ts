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

/** A notice that is posted in #general, with a button under it. */
async function posted(change: (content: NoticeContent) => NoticeContent) {
  const summaries = createScriptedSummaries(({ request }) => {
    const found = publications.find(({ id }) => id === request.publicationId);
    return sampleReport({ title: `Of ${found?.title ?? 'nothing'}` });
  });
  const library = createScriptedLibrary({ publications });
  const journey = await start(composeOptions({ summaries, library }));
  const { slack } = journey;
  const { session, schedule, untilSent, said, channelId, whispers } = noticesIn(journey);
  const { id } = await schedule(change(session({ papers: ['open', 'members', 'leads'] })));
  slack.clock.advance(hourMs);
  await untilSent(id);
  const channel = channelId('general');
  const ts = said(channel)[0]?.ts ?? '';
  const press = async (person: string) => {
    await slack.actAs(person).clickButton('general', ts, 'notice-summarise');
    await untilQuiet(journey);
  };
  const inThread = () =>
    repliesInThread(slack, channel, ts)
      .filter((message) => message.ts !== ts)
      .map(visibleText);
  const told = (person: string) => whispers(channel, person).map(visibleText).join('\n');
  return { ...journey, summaries, channel, press, inThread, told };
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
