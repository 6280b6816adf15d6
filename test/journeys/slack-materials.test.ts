import { expect, test } from 'vitest';
import { samplePublication } from '../fakes/sample-publication.ts';
import { createScriptedLibrary } from '../fakes/scripted-library.ts';
import { composeOptions, composingIn } from './compose-journey.ts';
import { hourMs, noticesIn } from './notice-journey.ts';
import { type SlackJourneyOptions, visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const nothing = { text: '', blocks: [] };

/** A session that is over, to which Amira was going and Tom could not come. */
async function pastSession(options: Partial<SlackJourneyOptions> = {}) {
  const journey = await start(composeOptions(options));
  const { schedule, session } = noticesIn(journey);
  const sofia = composingIn(journey);
  const { notices, store } = journey.notices;
  const { id } = await schedule(session({}, { reminders: [] }));
  journey.slack.clock.advance(hourMs);
  await sofia.untilSent(id);
  await notices.reply(id, sofia.idOf('amira'), 'going');
  await notices.reply(id, sofia.idOf('tom'), 'cannot');
  journey.slack.clock.advance(49 * hourMs);
  await sofia.untilSent(id);
  const card = () => visibleText(sofia.said('general')[0] ?? nothing);
  const told = (name: string) =>
    sofia.toldDirectly(name).filter((one) => visibleText(one).includes('There are materials of'));
  const open = async () => {
    await sofia.person.openHome();
    const home = () => JSON.stringify(sofia.person.home?.blocks ?? '');
    await expect.poll(home).toMatch(/"(Add|Change) materials"/);
    await sofia.person.actOnHome('notice-attach');
    await sofia.modal('Materials');
  };
  /** Until all that it may lead to was sent. */
  const later = async () => {
    journey.slack.clock.advance(31_000);
    await sofia.untilSent(id);
  };
  return { journey, id, card, told, open, later, store, ...sofia };
}

test('materials are on the card, and those who were going are told once', async () => {
  const { person, modal, card, told, open, later } = await pastSession();
  await open();
  const wrong = await person.submitView({ 'notice-links': 'http://example.org/slides' });
  expect(wrong.errors).toEqual({ 'notice-links': 'Each link begins with https://.' });
  const links = 'https://example.org/slides The slides';
  await person.submitView({ 'notice-links': links, 'notice-note': 'Thank you all.' });
  await modal('Saved');
  await expect.poll(card).toContain('<https://example.org/slides|The slides> (example.org)');
  expect(card()).toContain('Thank you all.');
  expect(told('amira')).toEqual([]);
  await later();
  await expect.poll(() => told('amira').length).toBe(1);
  expect(visibleText(told('amira')[0] ?? nothing)).toContain('The slides');
  expect(told('tom')).toEqual([]);
  await person.closeView();
  await open();
  await person.submitView({ 'notice-note': 'Thank you!' });
  await modal('Saved');
  await expect.poll(card).toContain('Thank you!');
  await later();
  expect(told('amira')).toHaveLength(1);
});

test('what is removed at once is told to nobody', async () => {
  const { person, modal, shown, card, told, open, later, store, id } = await pastSession();
  const before = await store.find(id);
  await open();
  await person.submitView({ 'notice-links': 'https://example.org/slides' });
  await modal('Saved');
  expect(shown()).toContain('until then you can still remove them');
  await expect.poll(card).toContain('Materials');
  await person.closeView();
  await open();
  expect(shown()).toContain('"initial_value":"https://example.org/slides"');
  await person.submitView({ 'notice-links': '' });
  await modal('Saved');
  await expect.poll(card).not.toContain('Materials');
  await later();
  expect(told('amira')).toEqual([]);
  expect(await store.find(id)).toMatchObject({ version: before?.version });
});

test('materials are offered from the library, as far as all may read them', async () => {
  const publications = [
    samplePublication({ id: 'members', title: 'Members’ paper', audience: 'members' }),
    samplePublication({ id: 'staff', title: 'Staff paper', audience: 'staff' }),
  ];
  const { person, modal, open, card, later, told } = await pastSession({
    library: createScriptedLibrary({ publications }),
  });
  await open();
  const offered = await person.suggest('notice-materials', '');
  expect(offered.map(({ value }) => value)).toEqual(['members']);
  const hidden = await person.submitView({ 'notice-materials': ['staff'] });
  expect(hidden.errors).toEqual({
    'notice-materials': expect.stringContaining('is not for all who may see this notice'),
  });
  await person.submitView({ 'notice-materials': ['members'] });
  await modal('Saved');
  await expect.poll(card).toContain('• Members’ paper');
  await later();
  await expect.poll(() => told('amira').length).toBe(1);
});
