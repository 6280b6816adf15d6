import { expect, test } from 'vitest';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { hourMs, noticesIn } from './notice-journey.ts';
import { visibleText } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const { ask } = createScriptedAsk(() => ({
  kind: 'abstention',
  reason: 'nothing-relevant',
  nearest: [],
}));

async function begin() {
  const journey = await start({ ask, bySlackClock: true, staffGroups: ['staff'] });
  const use = noticesIn(journey);
  /** Has time go by while Concord is not running. */
  async function away(milliseconds: number): Promise<void> {
    await journey.app.stop();
    journey.slack.clock.advance(milliseconds);
    await journey.app.start();
  }
  return { ...journey, ...use, away };
}

test('what is announced late is marked so, also once it changes', async () => {
  const { away, session, schedule, untilSent, said, slack, whispers } = await begin();
  const { id } = await schedule(session());
  await away(3 * hourMs);
  await untilSent(id);
  const shown = (): string => visibleText(said('general')[0] ?? { text: '', blocks: [] });
  expect(shown()).toContain('This comes later than it was meant to');
  const card = said('general')[0]?.ts ?? '';
  await slack.actAs('amira').clickButton('general', card, 'session-going');
  await expect.poll(() => whispers('general', 'amira')[0]?.text).toContain('You are going to');
  await expect.poll(shown).toContain('1 going');
  expect(shown()).toContain('This comes later than it was meant to');
  expect(said('general')).toHaveLength(1);
});

test('a reminder that would come after the session is not sent, and its author is told', async () => {
  const { away, session, schedule, untilSent, said, slack, whispers, toldDirectly } = await begin();
  const { id } = await schedule(session());
  slack.clock.advance(hourMs);
  await untilSent(id);
  const card = said('general')[0]?.ts ?? '';
  await slack.actAs('amira').clickButton('general', card, 'session-going');
  await expect.poll(() => whispers('general', 'amira')[0]?.text).toContain('You are going to');
  await untilSent(id);
  await away(60 * hourMs);
  await expect
    .poll(() => toldDirectly('sofia').map(visibleText).join())
    .toContain('Concord was not at work in time');
  await untilSent(id);
  expect(toldDirectly('amira')).toEqual([]);
  expect(
    toldDirectly('sofia')
      .map(({ text }) => text)
      .join(),
  ).toContain('A reminder');
});

test('reminders in the thread stand below each card, once', async () => {
  const { session, schedule, untilSent, said, slack } = await begin();
  const { id } = await schedule(session({}, { remindIn: 'thread', reminders: [120, 60] }));
  slack.clock.advance(hourMs);
  await untilSent(id);
  slack.clock.advance(46 * hourMs);
  await untilSent(id);
  for (const channel of ['general', 'leads']) {
    const [card, reminder, ...others] = said(channel);
    expect(others).toEqual([]);
    expect(reminder?.threadTs).toBe(card?.ts);
    expect(reminder?.text).toContain('Starts in an hour: Discharge, together.');
  }
});
