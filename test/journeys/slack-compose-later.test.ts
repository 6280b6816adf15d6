import { describe, expect, test } from 'vitest';
import { composeOptions, composingIn } from './compose-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

/** A session that is on its way, of which its author was told. */
async function sentSession(announce = '') {
  const journey = await start(composeOptions());
  const sofia = composingIn(journey);
  await sofia.sessionForm();
  const form = sofia.session(announce === '' ? {} : { 'notice-announce': announce });
  await sofia.person.submitView(form);
  await sofia.modal('Preview');
  await sofia.person.submitView();
  await expect.poll(() => sofia.toldDirectly('sofia').length).toBe(1);
  await sofia.person.closeView();
  const told = () => visibleText(sofia.toldDirectly('sofia')[0] ?? { text: '', blocks: [] });
  const only = async () => {
    const [notice] = await journey.notices.store.latest(1);
    if (notice === undefined) throw new Error('no notice');
    return notice;
  };
  return { journey, told, only, ...sofia };
}

/** The same after everybody has it. */
async function postedSession() {
  const sent = await sentSession();
  sent.journey.slack.clock.advance(31_000);
  await sent.untilSent((await sent.only()).id);
  await expect.poll(() => sent.told()).not.toContain('"Undo"');
  // A report follows on what its author was told.
  const first = sent.toldDirectly('sofia')[0]?.ts ?? '';
  const press = (actionId: string) =>
    sent.person.clickButton(sent.person.directMessageChannel, first, actionId);
  return { ...sent, press };
}

describe('a notice that is on its way', () => {
  test('can be taken back for a moment', async () => {
    const { journey, told, only, press, said } = await sentSession();
    expect(told()).toContain('"Undo"');
    await press('notice-undo');
    await expect.poll(told).toContain('It is a draft');
    expect(await only()).toMatchObject({ state: 'draft' });
    journey.slack.clock.advance(60_000);
    expect(said('general')).toEqual([]);
  });

  test('cannot be taken back any more once it was posted', async () => {
    const { told, press, only } = await postedSession();
    expect(told()).toContain('"Call off"');
    // The button is gone from the message.
    await expect(press('notice-undo')).rejects.toThrow();
    expect(await only()).toMatchObject({ state: 'scheduled' });
  });

  test('says so to whoever tries it too late', async () => {
    const { journey, person, modal, shown, untilSent, only } = await sentSession();
    await person.openHome();
    const home = () => JSON.stringify(person.home?.blocks ?? '');
    await expect.poll(home).toContain('"Undo"');
    journey.slack.clock.advance(31_000);
    await untilSent((await only()).id);
    await person.actOnHome('notice-undo');
    await modal('That cannot be done');
    expect(shown()).toContain('It has been sent already.');
    expect(await only()).toMatchObject({ state: 'scheduled' });
  });

  test('is announced when it was said', async () => {
    const { told } = await sentSession('tomorrow 9:15');
    expect(told()).toMatch(/It will be announced \w+, \d+ \w+ 20\d\d, 09:15 \(Europe\/London\)/);
  });
});

describe('a session that was posted', () => {
  test('is changed where people see it, once its author has seen how', async () => {
    const { person, modal, shown, press, said, journey } = await postedSession();
    await press('notice-change');
    const form = await modal('Change the session');
    expect(shown(form)).toContain('Discharge, together');
    await person.submitView({ 'notice-place': 'Room 7' });
    await modal('Preview');
    expect(shown()).toContain('Changes: place.');
    expect(visibleText(said('general')[0] ?? { text: '', blocks: [] })).toContain('Room 2');
    await person.submitView();
    await modal('Changed');
    await expect
      .poll(() => visibleText(said('general')[0] ?? { text: '', blocks: [] }))
      .toContain('Room 7');
    expect(await journey.notices.store.draftsOf('U0SOFIA0000')).toEqual([]);
  });

  test('stays as it is when its author leaves the preview', async () => {
    const { person, modal, press, journey, only } = await postedSession();
    await press('notice-change');
    await modal('Change the session');
    await person.submitView({ 'notice-place': 'Room 7' });
    await modal('Preview');
    await person.closeView();
    await expect.poll(() => journey.notices.store.draftsOf('U0SOFIA0000')).toEqual([]);
    expect(await only()).toMatchObject({ version: 0, details: { place: 'Room 2' } });
  });

  test('is postponed', async () => {
    const { person, modal, press, only } = await postedSession();
    await press('notice-postpone');
    await modal('Postpone the session');
    const early = await person.submitView({ 'notice-start': '1 May 2020 14:00', 'notice-end': '' });
    expect(early.errors).toEqual({ 'notice-start': 'It has to begin in the future.' });
    const later = await person.submitView({ 'notice-start': 'in 3 weeks at 16:00' });
    expect(later.errors).toEqual({});
    await modal('Preview');
    await person.submitView();
    await modal('Changed');
    const { details, version } = await only();
    expect(version).toBe(1);
    expect(details).toMatchObject({ start: expect.stringMatching(/T16:00$/) });
  });

  test('is called off', async () => {
    const { press, only, told, said } = await postedSession();
    await press('notice-call-off');
    await expect.poll(async () => (await only()).state).toBe('cancelled');
    await expect.poll(told).toContain('It is called off.');
    await expect
      .poll(() => visibleText(said('leads')[0] ?? { text: '', blocks: [] }))
      .toContain('Called off');
  });

  test('is written again without its time', async () => {
    const { press, modal, shown } = await postedSession();
    await press('notice-duplicate');
    const form = await modal('Session');
    expect(shown(form)).toContain('"initial_value":"Discharge, together"');
    expect(shown(form)).not.toMatch(/"initial_value":"\d+ \w+ 20\d\d/);
  });
});

test('the App Home of staff lists notices with what can be done about them', async () => {
  const { journey, person, shown, modal } = await postedSession();
  await person.openHome();
  const home = () => JSON.stringify(person.home?.blocks ?? '');
  await expect.poll(home).toContain('Sent and scheduled');
  expect(home()).toContain('"Postpone"');
  await person.actOnHome('notice-call-off');
  await expect.poll(home).toContain('called off');
  await person.actOnHome('notice-compose');
  await modal('New notice');
  expect(shown()).toContain('A publication of the library');
  const amira = journey.slack.actAs('amira');
  await amira.openHome();
  await expect.poll(() => JSON.stringify(amira.home?.blocks ?? '')).toContain('Concord');
  expect(JSON.stringify(amira.home?.blocks)).not.toContain('New notice');
});
