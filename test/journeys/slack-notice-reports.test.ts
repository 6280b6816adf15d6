import { expect, test } from 'vitest';
import { createLibraryStore } from '../../src/storage/library-store.ts';
import { samplePublication } from '../fakes/sample-publication.ts';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { hourMs, noticesIn } from './notice-journey.ts';
import { type SlackJourneyOptions, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const { ask } = createScriptedAsk(() => ({
  kind: 'abstention',
  reason: 'nothing-relevant',
  nearest: [],
}));

async function begin(options: Partial<SlackJourneyOptions> = {}) {
  const journey = await start({ ask, bySlackClock: true, staffGroups: ['staff'], ...options });
  return { ...journey, ...noticesIn(journey) };
}

test('a place that cannot be reached is reported once, with what to do, and then tried again', async () => {
  const journey = await begin();
  const { slack, channelId, session, schedule, untilSent, said, toldDirectly } = journey;
  const [general, coffee] = [channelId('general'), channelId('coffee')];
  const { id } = await schedule(session({}, { channels: [general, coffee] }));
  slack.clock.advance(hourMs);
  await expect.poll(() => toldDirectly('sofia')).toHaveLength(1);
  const [report] = toldDirectly('sofia');
  if (report === undefined) throw new Error('there is no report');
  const shown = visibleText(report);
  expect(shown).toContain('delivered to 1 of 2 places');
  expect(shown).toContain(`<#${coffee}>`);
  expect(shown).toContain('Concord is not in this channel.');
  expect(shown).toContain('/invite');
  expect(shown).toContain(`/archives/${general}/`);

  const own = slack.actAs('sofia').directMessageChannel;
  slack.administer.invite('coffee', slack.workspace.app.botUserId, 'sofia');
  await slack.actAs('sofia').clickButton(own, report.ts, 'notice-retry');
  await expect.poll(() => said('coffee')).toHaveLength(1);
  await untilSent(id);
  expect(said('general')).toHaveLength(1);
  const told = toldDirectly('sofia').map(({ text }) => text);
  expect(told.filter((text) => text.includes('delivered to 1 of 1 place'))).toHaveLength(1);
  await slack.actAs('sofia').clickButton(own, report.ts, 'notice-retry');
  await expect
    .poll(() => journey.whispers(own, 'sofia').at(-1)?.text)
    .toContain('nothing to try again');
  expect(said('coffee')).toHaveLength(1);
});

test('a publication becomes findable with its announcement, and not before', async () => {
  const kept = samplePublication({ id: 'p1', source: 'p1.md', title: 'Shared clinics' });
  let embargoOf = async (): Promise<number | null> => null;
  const library = {
    ...createScriptedLibrary(),
    publication: async () => ({ ...kept, embargoedUntil: await embargoOf() }),
  };
  const journey = await begin({ library });
  const { slack, database, channelId, schedule, untilSent, said, session } = journey;
  const store = createLibraryStore(database.db);
  const embargoedUntil = slack.clock.now() + 100 * hourMs;
  const content = {
    publication: { ...kept, embargoedUntil, link: 'https://example.org/clinics' },
    text: { text: 'Shared.', pageStarts: [], headings: [] },
    passages: [],
  };
  await store.save([content]);
  embargoOf = async () => (await store.get('p1'))?.embargoedUntil ?? null;
  const details = {
    kind: 'publication' as const,
    publicationId: 'p1',
    title: 'Shared clinics',
    authors: ['A. Writer'],
    text: 'Two practices & one hospital share a clinic.',
    link: 'https://example.org/clinics',
  };
  const channels = [channelId('general')];
  const { id } = await schedule({ ...session(), details, channels, reminders: [] });
  expect(await embargoOf()).toBe(embargoedUntil);
  const revision = await store.revision();

  slack.clock.advance(hourMs);
  await expect.poll(() => said('general')).toHaveLength(1);
  await untilSent(id);
  const shown = visibleText(said('general')[0] ?? { text: '', blocks: [] });
  expect(shown).toContain('*New in the library:* *Shared clinics*');
  expect(shown).toContain('A. Writer · statement · October 2014');
  expect(shown).toContain('Two practices &amp; one hospital');
  expect(shown).toContain('"url":"https://example.org/clinics"');
  expect(shown).toContain('(example.org)');
  expect(await embargoOf()).toBeLessThanOrEqual(slack.clock.now());
  expect(await store.revision()).toBe(revision + 1);

  // Whoever has not heard of it ingests the file again as it was.
  await store.save([content]);
  expect(await embargoOf()).toBeLessThanOrEqual(slack.clock.now());
  await slack.actAs('amira').clickButton('general', said('general')[0]?.ts ?? '', 'notice-read');
});
