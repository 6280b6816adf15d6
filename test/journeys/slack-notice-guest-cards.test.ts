import { describe, expect, test } from 'vitest';
import { composeOptions, composingIn } from './compose-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

/** A session that was posted in two channels; a guest has come to one of them since. */
async function posted() {
  const journey = await start(composeOptions());
  const sofia = composingIn(journey);
  await sofia.sessionForm();
  await sofia.person.submitView(sofia.session());
  await sofia.modal('Preview');
  await sofia.person.submitView();
  await expect.poll(() => sofia.toldDirectly('sofia').length).toBe(1);
  await sofia.person.closeView();
  const only = async () => {
    const [notice] = await journey.notices.store.latest(1);
    if (notice === undefined) throw new Error('no notice');
    return notice;
  };
  journey.slack.clock.advance(31_000);
  await sofia.untilSent((await only()).id);
  const [told] = sofia.toldDirectly('sofia');
  await expect.poll(() => visibleText(told ?? { text: '', blocks: [] })).toContain('"Postpone"');
  const press = (actionId: string) =>
    sofia.person.clickButton(sofia.person.directMessageChannel, told?.ts ?? '', actionId);
  journey.slack.administer.invite('general', 'george', 'sofia');
  const card = (channel: string) => visibleText(sofia.said(channel)[0] ?? { text: '', blocks: [] });
  const thread = (channel: string) => sofia.said(channel).slice(1).map(visibleText).join('\n');
  /** Sends the preview; what the modal says then. */
  async function change(values: Record<string, string[]> = {}): Promise<string> {
    await sofia.person.submitView(values);
    await sofia.modal('Changed');
    const said = sofia.shown();
    await sofia.person.closeView();
    await sofia.untilSent((await only()).id);
    return said;
  }
  const guest = `<@${sofia.idOf('george')}> in <#${sofia.channelId('general')}>`;
  return { journey, ...sofia, press, only, card, thread, change, guest };
}

/** The answer that a preview offers to whoever changes a notice. */
function offered(blocks: unknown): string | undefined {
  return /"value":"([0-9a-f]{64})"/.exec(JSON.stringify(blocks))?.[1];
}

describe('a posted session with a guest in one of its channels', () => {
  test('is postponed there, too, once its author has seen who is there', async () => {
    const { person, press, modal, shown, change, card, thread, guest } = await posted();
    await press('notice-postpone');
    await modal('Postpone the session');
    await person.submitView({ 'notice-start': 'in 3 weeks at 16:00', 'notice-end': '5pm' });
    const preview = await modal('Preview');
    expect(shown()).toContain(guest);
    expect(shown()).toContain('put right there all the same');
    expect(offered(preview.blocks)).toBeUndefined();
    expect(await change()).not.toContain('Where guests');
    await expect.poll(() => card('general')).toContain('Changed:');
    expect(thread('general')).toContain('Moved:');
  });

  test('shows the guest nothing else that is new, unless its author says so', async () => {
    const { person, press, modal, shown, change, card } = await posted();
    const secret = 'Two wards tell of what went wrong.';
    await press('notice-change');
    await modal('Change the session');
    await person.submitView({ 'notice-place': 'Room 7', 'notice-text': secret });
    const preview = await modal('Preview');
    expect(shown()).toContain('What else is new there (text) is not shown');
    expect(offered(preview.blocks)).toMatch(/./);
    expect(await change()).toContain('Where guests or people of other organisations are');
    await expect.poll(() => card('general')).toContain('Room 7');
    await expect.poll(() => card('leads')).toContain(secret);
    expect(card('general')).not.toContain(secret);
    expect(card('general')).toContain('Two wards tell of a year.');

    await press('notice-change');
    await modal('Change the session');
    await person.submitView({ 'notice-place': 'Room 8' });
    const again = await modal('Preview');
    const answer = offered(again.blocks) ?? '';
    expect(await change({ 'notice-show-all': [answer] })).not.toContain('Where guests');
    await expect.poll(() => card('general')).toContain(secret);
  });

  test('has its author asked anew when others have come while they were reading', async () => {
    const { person, press, modal, shown, card, journey, idOf } = await posted();
    await press('notice-change');
    await modal('Change the session');
    await person.submitView({ 'notice-text': 'Something else.' });
    const preview = await modal('Preview');
    const answer = offered(preview.blocks) ?? '';
    journey.slack.administer.invite('leads', 'george', 'sofia');
    await journey.slack.settled(2_000);
    await person.submitView({ 'notice-show-all': [answer] });
    await expect.poll(() => shown()).toContain('Looked again');
    expect(shown()).toContain(`<@${idOf('george')}> in <#`);
    for (const channel of ['general', 'leads'])
      expect(card(channel)).not.toContain('Something else');
  });

  test('cannot be announced in another channel where a guest is', async () => {
    const { person, press, modal, shown, channelId, idOf } = await posted();
    await press('notice-change');
    await modal('Change the session');
    const channels = ['general', 'leads', 'primary-care'].map(channelId);
    await person.submitView({ 'notice-channels': channels });
    const preview = await modal('Preview');
    expect(shown()).toContain(`<@${idOf('george')}> in <#${channelId('primary-care')}>`);
    expect(preview.submit).toBeNull();
  });
});
