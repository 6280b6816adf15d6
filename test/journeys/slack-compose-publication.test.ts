import { describe, expect, test } from 'vitest';
import { samplePublication } from '../fakes/sample-publication.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { composeOptions, composingIn } from './compose-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const publications = [
  samplePublication({
    id: 'clinics',
    title: 'Shared clinics in one year',
    authors: ['R. Patel'],
    link: 'https://library.example/clinics',
    audience: 'members',
    date: '2026-03',
  }),
  samplePublication({
    id: 'winter',
    title: 'Winter clinics',
    audience: 'members',
    embargoedUntil: Date.UTC(2040, 0, 1),
  }),
  samplePublication({ id: 'costs', title: 'What clinics cost', audience: 'leads' }),
];
const abstract = 'Shared clinics shortened the wait for most patients by a third in one year.';

/** A library in which staff find what members do not. */
function library() {
  const scripted = createScriptedLibrary({ publications });
  return {
    ...scripted,
    text: async () => ({
      text: `Shared clinics\nR. Patel\nAbstract\n${abstract}\nMethods\nWe counted.`,
      pageStarts: [],
      headings: [
        { offset: 0, level: 1, text: 'Shared clinics' },
        { offset: 24, level: 2, text: 'Abstract' },
        { offset: 24 + 9 + abstract.length + 1, level: 2, text: 'Methods' },
      ],
    }),
  };
}

async function open() {
  const journey = await start(composeOptions({ library: library() }));
  return { journey, ...composingIn(journey) };
}

describe('a publication', () => {
  test('is found as its title is typed, those under embargo marked', async () => {
    const { person, modal } = await open();
    await person.slash('/notice', 'publication', 'general');
    await modal('Publication');
    const found = await person.suggest('notice-publication', 'clinics');
    expect(found.map(({ text }) => text.text)).toEqual([
      'Shared clinics in one year (March 2026)',
      'Winter clinics (embargo until 1 January 2040)',
      'What clinics cost (October 2014)',
    ]);
  });

  test('is announced in its own words', async () => {
    const { person, modal, shown, channelId, said, journey } = await open();
    await person.slash('/notice', 'publication', 'general');
    await modal('Publication');
    await person.submitView({ 'notice-publication': 'clinics' });
    await expect.poll(() => shown()).toContain('notice-text');
    expect(shown()).toContain(`"initial_value":"${abstract}"`);
    expect(shown()).toContain('"initial_value":"R. Patel"');
    const { errors } = await person.submitView({ 'notice-channels': [channelId('general')] });
    expect(errors).toEqual({});
    await modal('Preview');
    expect(shown()).toContain('New in the library');
    await person.submitView();
    await modal('On its way');
    journey.slack.clock.advance(31_000);
    await expect.poll(() => said('general').length).toBe(1);
    expect(visibleText(said('general')[0] ?? { text: '', blocks: [] })).toContain(abstract);
  });

  test('is only announced to those who may read it', async () => {
    const { person, modal, shown, channelId } = await open();
    await person.slash('/notice', 'publication', 'general');
    await modal('Publication');
    await person.submitView({ 'notice-publication': 'costs' });
    await expect.poll(() => shown()).toContain('notice-text');
    const channels = [channelId('general')];
    const wide = { 'notice-channels': channels, 'notice-audience': 'members' };
    expect((await person.submitView(wide)).errors).toEqual({
      'notice-publication': expect.stringContaining('is not for all who may see this notice'),
    });
  });
});

test('papers of a session are those that its whole audience may read by now', async () => {
  const { person, modal, sessionForm, session, shown } = await open();
  await sessionForm();
  const titles = async () =>
    (await person.suggest('notice-papers', '')).map(({ text }) => text.text);
  expect(await titles()).toEqual(['Shared clinics in one year (March 2026)']);
  const hidden = await person.submitView(session({ 'notice-papers': ['winter'] }));
  expect(hidden.errors).toEqual({ 'notice-papers': expect.stringContaining('under embargo') });
  const zones = await person.suggest('notice-zone', 'new york');
  expect(zones.map(({ value }) => value)).toEqual(['America/New_York']);
  await person.submitView({ 'notice-papers': ['clinics'], 'notice-zone': 'America/New_York' });
  await modal('Preview');
  expect(shown()).toContain('14:00 – 15:30 (America/New York)');
  expect(shown()).toContain('Shared clinics in one year');
});
