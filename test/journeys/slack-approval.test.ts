import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/playground/index.ts';
import { composeOptions, composingIn } from './compose-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

/** A session to which somebody else has been asked to agree. */
async function askedSession() {
  const journey = await start(composeOptions({ noticeSettings: { needsApproval: true } }));
  const sofia = composingIn(journey);
  await sofia.sessionForm();
  await sofia.person.submitView(sofia.session());
  const preview = await sofia.modal('Preview');
  expect(JSON.stringify(preview.submit)).toContain('Ask for approval');
  await sofia.person.submitView();
  await sofia.modal('Asked for approval');
  await sofia.person.closeView();
  await expect.poll(() => sofia.toldDirectly('leo').length).toBe(1);
  const leo = composingIn(journey, 'leo');
  const question = (): Message => {
    const [message] = sofia.toldDirectly('leo');
    if (message === undefined) throw new Error('nobody was asked');
    return message;
  };
  const only = async () => {
    const [notice] = await journey.notices.store.latest(1);
    if (notice === undefined) throw new Error('no notice');
    return notice;
  };
  const whispered = () =>
    sofia.whispers(leo.person.directMessageChannel, 'leo').map(({ text }) => text);
  return { journey, sofia, leo, question, only, whispered };
}

describe('a notice to which a second person has to agree', () => {
  test('is sent when they do', async () => {
    const { journey, sofia, leo, question, only } = await askedSession();
    expect(visibleText(question())).toContain('<@U0SOFIA0000> asks somebody to agree');
    await leo.press('notice-approve');
    await expect.poll(() => visibleText(question())).toContain('*Approved* by <@U0LEO000000>');
    expect(await only()).toMatchObject({ state: 'scheduled', approvedBy: 'U0LEO000000' });
    await expect.poll(() => visibleText(sofia.lastTold())).toContain('Agreed by <@U0LEO000000>');
    journey.slack.clock.advance(31_000);
    await expect.poll(() => sofia.said('general').length).toBe(1);
  });

  test('needs them again for a change before it is sent', async () => {
    const { sofia, leo, question, only } = await askedSession();
    await leo.press('notice-approve');
    await expect.poll(() => visibleText(sofia.lastTold())).toContain('Agreed by');
    await sofia.press('notice-change');
    await sofia.modal('Change the session');
    await sofia.person.submitView({ 'notice-place': 'Room 7' });
    const preview = await sofia.modal('Preview');
    expect(JSON.stringify(preview.submit)).toContain('Ask for approval');
    await sofia.person.submitView();
    await sofia.modal('Asked for approval');
    expect(await only()).toMatchObject({
      state: 'awaiting-approval',
      approvedBy: null,
      announceAt: null,
    });
    await expect.poll(() => sofia.toldDirectly('leo').length).toBe(2);
    expect(visibleText(question())).toContain('*Approved*');
  });

  test('shows what was changed since it was asked for', async () => {
    const { sofia, leo, question, only, whispered } = await askedSession();
    await sofia.press('notice-change');
    await sofia.modal('Change the session');
    await sofia.person.submitView({
      'notice-place': 'Room 7',
      'notice-title': 'Discharge at home',
    });
    await sofia.modal('Preview');
    await sofia.person.submitView();
    await sofia.modal('Changed');
    await expect
      .poll(() => visibleText(question()))
      .toContain('Changed since it was asked for: title, place.');
    await leo.press('notice-open');
    await leo.modal('Notice');
    expect(leo.shown()).toContain('Room 7');
    await leo.person.closeView();
    await leo.press('notice-approve');
    await expect.poll(async () => (await only()).state).toBe('scheduled');
    expect(whispered()).toEqual([]);
  });

  test('is a draft again when they do not, and its author is told why', async () => {
    const { sofia, leo, question, only } = await askedSession();
    await leo.press('notice-decline');
    await leo.modal('Decline');
    await leo.person.submitView({ 'notice-reason': 'The room is taken & small.' });
    await leo.modal('Declined');
    await expect.poll(() => visibleText(question())).toContain('*Declined* by <@U0LEO000000>');
    await expect
      .poll(() => visibleText(sofia.lastTold()))
      .toContain('The room is taken &amp; small.');
    expect(await only()).toMatchObject({ state: 'draft' });
  });

  test('cannot be agreed to by its author', async () => {
    const journey = await start(
      composeOptions({ noticeSettings: { needsApproval: true }, staffChannel: 'C0LEADS0000' }),
    );
    const { person, modal, sessionForm, session, said, whispers } = composingIn(journey);
    await sessionForm();
    await person.submitView(session());
    await modal('Preview');
    await person.submitView();
    await modal('Asked for approval');
    await person.closeView();
    await expect.poll(() => said('leads').length).toBe(1);
    await person.clickButton('leads', said('leads')[0]?.ts ?? '', 'notice-approve');
    const told = () => whispers('leads', 'sofia').map(({ text }) => text);
    await expect.poll(told).toEqual(['Somebody else has to agree to your notice.']);
  });

  test('cannot be agreed to by those who are not staff', async () => {
    const journey = await start(
      composeOptions({ noticeSettings: { needsApproval: true }, staffChannel: 'C0GENERAL00' }),
    );
    const { person, modal, sessionForm, session, said } = composingIn(journey);
    await sessionForm();
    await person.submitView(session());
    await modal('Preview');
    await person.submitView();
    await expect.poll(() => said('general').length).toBe(1);
    const amira = composingIn(journey, 'amira');
    await amira.person.clickButton('general', said('general')[0]?.ts ?? '', 'notice-approve');
    await amira.modal('Notices');
    const [notice] = await journey.notices.store.latest(1);
    expect(notice).toMatchObject({ state: 'awaiting-approval' });
  });
});
