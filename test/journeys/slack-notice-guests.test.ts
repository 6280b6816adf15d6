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
  return { ...journey, ...noticesIn(journey) };
}

test('a guest who comes before the announcement keeps it out of that channel alone', async () => {
  const { slack, session, schedule, untilSent, said, toldDirectly, idOf } = await begin();
  const { id } = await schedule(session());
  slack.administer.invite('general', 'george', 'sofia');
  slack.clock.advance(hourMs);
  await expect.poll(() => toldDirectly('sofia')).toHaveLength(1);
  await untilSent(id);
  expect(said('general')).toEqual([]);
  expect(said('leads')).toHaveLength(1);
  const [report] = toldDirectly('sofia');
  if (report === undefined) throw new Error('there is no report');
  expect(visibleText(report)).toContain('delivered to 1 of 2 places');
  expect(visibleText(report)).toContain(`<@${idOf('george')}> is a guest`);

  slack.administer.changePerson('george', { kind: 'member' });
  await slack.settled(2_000);
  const own = slack.actAs('sofia').directMessageChannel;
  await slack.actAs('sofia').clickButton(own, report.ts, 'notice-retry');
  await expect.poll(() => said('general')).toHaveLength(1);
  await untilSent(id);
  expect(said('leads')).toHaveLength(1);
});

test('what is for everybody goes where guests are', async () => {
  const { slack, session, schedule, untilSent, said, channelId } = await begin();
  const channels = [channelId('primary-care')];
  const { id } = await schedule(session({}, { channels, audience: 'public' }));
  slack.clock.advance(hourMs);
  await untilSent(id);
  expect(said('primary-care')).toHaveLength(1);
});

test('it is announced, and its author told, when nobody can say who is there', async () => {
  const { slack, session, schedule, untilSent, said, toldDirectly, channelId } = await begin();
  const { id } = await schedule(session({}, { channels: [channelId('general')] }));
  for (let count = 0; count < 6; count += 1) slack.faults.failNext('conversations.members');
  slack.clock.advance(hourMs);
  await expect.poll(() => said('general'), { timeout: 8_000 }).toHaveLength(1);
  await untilSent(id);
  await expect.poll(() => toldDirectly('sofia')).toHaveLength(1);
  const report = visibleText(toldDirectly('sofia')[0] ?? { text: '', blocks: [] });
  expect(report).toContain('*Look who is there:*');
  expect(report).toContain('delivered to 1 of 1 place');
});
