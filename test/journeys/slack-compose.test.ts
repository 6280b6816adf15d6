import { describe, expect, test } from 'vitest';
import { composeOptions, composingIn } from './compose-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const nothing = { text: '', blocks: [] };

describe('a session', () => {
  test('is written, looked at and sent', async () => {
    const journey = await start(composeOptions());
    const { person, modal, shown, sessionForm, session, said, lastTold } = composingIn(journey);
    await sessionForm();
    expect((await person.submitView(session())).errors).toEqual({});
    await modal('Preview');
    expect(shown()).toContain('Discharge, together');
    expect(shown()).toMatch(/Tuesday, \d+ \w+ 20\d\d, 14:00 – 15:30 \(Europe\/London\)/);
    expect(shown()).toContain('2 channels, *4 people* in all, each counted once');
    // Whoever looks at it does not reply to it.
    expect(shown()).not.toContain('"session-going"');
    expect(said('general')).toEqual([]);
    await person.submitView();
    await modal('On its way');
    await expect.poll(() => visibleText(lastTold())).toContain('You can still take it back');
    journey.slack.clock.advance(31_000);
    await expect.poll(() => said('general').length).toBe(1);
    await expect.poll(() => said('leads').length).toBe(1);
    expect(visibleText(said('general')[0] ?? nothing)).toContain('session-going');
  });

  test('says under its fields what is wrong, and keeps what was written', async () => {
    const { person, sessionForm, session } = composingIn(await start(composeOptions()));
    await sessionForm();
    const wrong = { 'notice-start': 'sometime soon', 'notice-announce': 'yesterday 9am' };
    const first = await person.submitView(session(wrong));
    expect(first.errors).toEqual({
      'notice-start': expect.stringContaining('cannot read “sometime soon” as a time'),
      'notice-announce': expect.any(String),
    });
    const ends = {
      'notice-start': 'next Tuesday 2pm',
      'notice-announce': '',
      'notice-end': 'next Monday 1pm to',
    };
    const second = await person.submitView(ends);
    expect(Object.keys(second.errors)).toEqual(['notice-end']);
    const nobody = await person.submitView({ 'notice-end': '90 minutes', 'notice-channels': [] });
    expect(nobody.errors).toEqual({
      'notice-channels': 'Say who is to get it: choose at least one channel or person.',
    });
    const { errors } = await person.submitView({ 'notice-people': ['U0TOM000000'] });
    expect(errors).toEqual({});
  });

  test('is sent to its author first, with buttons that do nothing', async () => {
    const journey = await start(composeOptions());
    const { person, modal, sessionForm, session, lastTold, shown, press, whispers } =
      composingIn(journey);
    await sessionForm();
    await person.submitView(session());
    await modal('Preview');
    await person.actInModal('notice-send-to-myself');
    await expect.poll(() => shown()).toContain('Sent to you');
    expect(visibleText(lastTold())).toContain('Discharge, together');
    await press('notice-sample-session-going');
    const told = () => whispers(person.directMessageChannel, 'sofia').map(({ text }) => text);
    await expect.poll(told).toEqual([expect.stringContaining('This is a sample')]);
  });

  test('is changed on the way, and its preview with it', async () => {
    const { person, modal, shown, sessionForm, session } = composingIn(
      await start(composeOptions()),
    );
    await sessionForm();
    await person.submitView(session());
    await modal('Preview');
    await person.actInModal('notice-edit');
    const form = await modal('Session');
    expect(shown(form)).toMatch(/"initial_value":"\d+ \w+ 20\d\d 14:00"/);
    await person.submitView({ 'notice-place': 'Room 7' });
    await modal('Preview');
    expect(shown()).toContain('*Where* Room 7');
  });

  test('names whoever may not see it, and is not sent to them', async () => {
    const journey = await start(composeOptions());
    const { person, modal, shown, sessionForm, session, channelId } = composingIn(journey);
    await sessionForm();
    await person.submitView(
      session({ 'notice-channels': [channelId('primary-care'), channelId('coffee')] }),
    );
    const preview = await modal('Preview');
    expect(shown()).toContain(`<@U0GEORGE000> in <#${channelId('primary-care')}>`);
    expect(shown()).toContain(
      `Concord is not in <#${channelId('coffee')}>. Write \`/invite @Concord\``,
    );
    expect(preview.submit).toBeNull();
    await person.actInModal('notice-edit');
    await modal('Session');
    await person.submitView({ 'notice-audience': 'public' });
    const now = await modal('Preview');
    expect(shown()).not.toContain('U0GEORGE000');
    expect(now.submit).not.toBeNull();
  });
});

test('a guest who joins while the preview is open does not get what is not for guests', async () => {
  const journey = await start(composeOptions());
  const { person, modal, shown, sessionForm, session } = composingIn(journey);
  await sessionForm();
  await person.submitView(session());
  await modal('Preview');
  journey.slack.administer.invite('general', 'george');
  await person.submitView();
  await expect.poll(() => shown()).toContain('<@U0GEORGE000> in <#C0GENERAL00>');
  const [notice] = await journey.notices.store.latest(1);
  expect(notice).toMatchObject({ state: 'draft' });
});

describe('writing notices', () => {
  test('is for staff: others are told who can', async () => {
    const journey = await start(composeOptions());
    const { person, modal, shown } = composingIn(journey, 'amira');
    await person.slash('/notice', 'session', 'general');
    await modal('Notices');
    expect(shown()).toContain('<@U0SOFIA0000>');
    await person.closeView();
    await person.globalShortcut('new_notice');
    await modal('Notices');
    expect(await journey.notices.store.latest(5)).toEqual([]);
  });

  test('begins with what it is about', async () => {
    const { person, modal } = composingIn(await start(composeOptions()));
    await person.globalShortcut('new_notice');
    await modal('New notice');
    await person.submitView({ 'notice-kind': 'session' });
    await modal('Session');
  });

  test('is explained', async () => {
    const journey = await start(composeOptions());
    const { person } = composingIn(journey);
    await person.slash('/notice', 'help', 'general');
    const told = () => journey.slack.ephemeralMessages('general', 'sofia').map(({ text }) => text);
    await expect.poll(told).toEqual([expect.stringContaining('/notice session')]);
  });
});
