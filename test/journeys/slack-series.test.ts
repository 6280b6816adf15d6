import { describe, expect, test } from 'vitest';
import type { Notice } from '../../src/notices/index.ts';
import { composeOptions, composingIn } from './compose-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const startOf = ({ details }: Notice): string =>
  details.kind === 'session' ? details.start.slice(11) : '';

/** The preview of a session on four Tuesdays but one. */
async function seriesInPreview(options = {}) {
  const journey = await start(composeOptions(options));
  const sofia = composingIn(journey);
  await sofia.sessionForm();
  const form = sofia.session({
    'notice-start': '1 December 2099 14:00',
    'notice-end': '15:30',
    'notice-announce': '24 November 2099 9:00',
    'notice-repeats': 'week',
    'notice-until': '4 times',
    'notice-except': '15 December',
  });
  expect((await sofia.person.submitView(form)).errors).toEqual({});
  await sofia.modal('Preview');
  const all = async (): Promise<Notice[]> => {
    const [one] = await journey.notices.store.latest(1);
    return one?.seriesId ? journey.notices.store.ofSeries(one.seriesId) : [];
  };
  return { journey, all, ...sofia };
}

/** The same, sent. */
async function scheduledSeries() {
  const series = await seriesInPreview();
  await series.person.submitView();
  await series.modal('Scheduled');
  await expect.poll(() => series.toldDirectly('sofia').length).toBe(1);
  await series.person.closeView();
  return series;
}

describe('a session that takes place again and again', () => {
  test('is shown with all its dates, and becomes a notice for each', async () => {
    const { shown, person, modal, all } = await seriesInPreview();
    expect(shown()).toContain('*Repeats:* every week: 3 in all, until Tuesday 22 December 2099');
    expect(shown()).toContain(
      'Tue 1 Dec 2099, 14:00; Tue 8 Dec 2099, 14:00; Tue 22 Dec 2099, 14:00',
    );
    expect(shown()).toContain('*Not on:* Tuesday 15 December 2099');
    expect(shown()).toContain('each later one as long before it begins');
    await person.submitView();
    await modal('Scheduled');
    expect((await all()).map(({ state }) => state)).toEqual([
      'scheduled',
      'scheduled',
      'scheduled',
    ]);
  });

  test('says under its fields what is wrong, and keeps what was chosen', async () => {
    const { person, modal, shown } = await seriesInPreview();
    await person.actInModal('notice-edit');
    const form = await modal('Session');
    expect(shown(form)).toContain('"initial_value":"4 times"');
    const { errors } = await person.submitView({ 'notice-until': '' });
    expect(errors).toEqual({ 'notice-until': expect.stringContaining('Say until when') });
    expect((await person.submitView({ 'notice-repeats': 'never' })).errors).toEqual({});
    await modal('Preview');
    expect(shown()).not.toContain('*Repeats:*');
  });

  test('is agreed to as a whole', async () => {
    const { journey, person, modal, all, toldDirectly } = await seriesInPreview({
      noticeSettings: { needsApproval: true },
    });
    await person.submitView();
    await modal('Asked for approval');
    await expect.poll(() => toldDirectly('leo').length).toBe(1);
    const [asked] = toldDirectly('leo');
    expect(visibleText(asked ?? { text: '', blocks: [] })).toContain('3 in all');
    const leo = journey.slack.actAs('leo');
    await leo.clickButton(leo.directMessageChannel, asked?.ts ?? '', 'notice-approve');
    await expect.poll(async () => (await all()).length).toBe(3);
    expect(new Set((await all()).map(({ approvedBy }) => approvedBy))).toEqual(
      new Set(['U0LEO000000']),
    );
    // Each that is still to come is changed, and agreed to, by itself.
    await person.closeView();
    await person.openHome();
    await expect.poll(() => JSON.stringify(person.home?.blocks ?? '')).toContain('one of a series');
    await person.actOnHome('notice-change');
    const form = JSON.stringify((await modal('Change the session')).blocks);
    expect(form).not.toContain('notice-scope');
  });

  test('is changed as a whole while it waits for somebody to agree', async () => {
    const { journey, person, modal, shown, press, toldDirectly } = await seriesInPreview({
      noticeSettings: { needsApproval: true },
    });
    await person.submitView();
    await modal('Asked for approval');
    await person.closeView();
    await expect.poll(() => toldDirectly('sofia').length).toBe(1);
    await press('notice-change');
    expect(shown(await modal('Change the session'))).toContain('"initial_value":"4 times"');
    await person.submitView({ 'notice-until': '5 times' });
    await modal('Preview');
    expect(shown()).toContain('4 in all, until Tuesday 29 December 2099');
    await person.submitView();
    await modal('Changed');
    const question = () => visibleText(toldDirectly('leo')[0] ?? { text: '', blocks: [] });
    await expect.poll(question).toContain('Changed since it was asked for: time.');
    expect(await journey.notices.store.awaitingApproval()).toHaveLength(1);
  });

  test('is one draft again when it is taken back', async () => {
    const { journey, press, all } = await scheduledSeries();
    await press('notice-undo');
    const drafts = () => journey.notices.store.draftsOf('U0SOFIA0000');
    await expect.poll(async () => (await drafts()).length).toBe(1);
    expect(await all()).toEqual([]);
  });
});

describe('one of a series', () => {
  test('is changed alone', async () => {
    const { press, modal, shown, person, all } = await scheduledSeries();
    await press('notice-postpone');
    expect(shown(await modal('Postpone the session'))).toContain('This and all 2 later ones');
    await person.submitView({ 'notice-start': '1 December 2099 16:00', 'notice-end': '' });
    await modal('Preview');
    await person.submitView();
    await modal('Changed');
    expect((await all()).map(startOf)).toEqual(['16:00', '14:00', '14:00']);
  });

  test('is changed with all later ones', async () => {
    const { press, modal, shown, person, all } = await scheduledSeries();
    await press('notice-change');
    const form = await modal('Change the session');
    expect(shown(form)).not.toContain('"notice-repeats"');
    await person.submitView({ 'notice-place': 'Room 7', 'notice-scope': 'later' });
    await modal('Preview');
    expect(shown()).toContain('Changes: place, in this session and all later ones.');
    await person.actInModal('notice-edit');
    expect(shown(await modal('Change the session'))).toMatch(/"initial_option":[^\]]*This and all/);
    await person.submitView({ 'notice-title': 'Discharge again' });
    await modal('Preview');
    await person.submitView();
    await modal('Changed');
    expect(shown()).toContain('3 sessions are changed');
    const changed = (await all()).map(({ details }) => details);
    expect(new Set(changed.map(({ title }) => title))).toEqual(new Set(['Discharge again']));
    expect(changed).toEqual(changed.map(() => expect.objectContaining({ place: 'Room 7' })));
  });

  test('is called off alone or with all later ones, from the list of all dates', async () => {
    const { journey, person, modal, shown, all } = await scheduledSeries();
    await person.openHome();
    const home = () => JSON.stringify(person.home?.blocks ?? '');
    await expect.poll(home).toContain('one of a series');
    // One stands for all of them.
    expect(home().match(/"Call off"/g)).toHaveLength(1);
    await person.actOnHome('notice-all-dates');
    await modal('All dates');
    expect(shown()).toContain('3 in all');
    const [, second] = await all();
    await person.actInModal('notice-call-off', null, `session-${second?.id}`);
    await modal('Call off');
    await person.submitView({ 'notice-scope': 'later' });
    await modal('Called off');
    expect(shown()).toContain('2 sessions are called off');
    const states = (await journey.notices.store.ofSeries(second?.seriesId ?? '')).map(
      ({ state }) => state,
    );
    expect(states).toEqual(['scheduled', 'cancelled', 'cancelled']);
  });
});
