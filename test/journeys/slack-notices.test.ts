import { expect, test } from 'vitest';
import { localTimeAt, type SessionDetails } from '../../src/notices/index.ts';
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
  const { notices, store } = journey.notices;
  async function moveTo(id: string, change: Partial<SessionDetails>) {
    const notice = await store.find(id);
    if (notice?.details.kind !== 'session') throw new Error('there is no such session');
    const { audience, channels, people, announceAt, reminders, remindIn } = notice;
    const kept = { audience, channels, people, announceAt, reminders, remindIn };
    return notices.edit(id, { ...kept, details: { ...notice.details, ...change } });
  }
  return { ...journey, service: notices, moveTo, ...noticesIn(journey) };
}

test('a session from its announcement to the day it is called off', async () => {
  const { slack, service, moveTo, session, schedule, untilSent, said, toldDirectly, whispers } =
    await begin();
  const { id } = await schedule(session({ capacity: 1 }));
  await untilSent(id);
  expect(said('general')).toEqual([]);

  slack.clock.advance(hourMs);
  await expect.poll(() => said('general').length + said('leads').length).toBe(2);
  await untilSent(id);
  const [card] = said('general');
  if (card === undefined) throw new Error('there is no card');
  expect(visibleText(card)).toContain('1 place left');
  await expect.poll(() => toldDirectly('sofia').map(visibleText).join()).toContain('2 of 2 places');

  await slack.actAs('amira').clickButton('general', card.ts, 'session-going');
  await expect.poll(() => whispers('general', 'amira')[0]?.text).toContain('You are going to');
  await slack.actAs('tom').clickButton('general', card.ts, 'session-going');
  await expect.poll(() => whispers('general', 'tom')[0]?.text).toContain('first on the waiting');
  await untilSent(id);
  const shown = (): string => visibleText(said('general')[0] ?? card);
  expect(shown()).toContain('1 going · 1 waiting · No places left');

  // Somebody who cannot come after all makes room.
  const [own] = whispers('general', 'amira');
  await slack.actAs('amira').clickButton('general', own?.ts ?? '', 'own-session-maybe');
  await expect.poll(() => whispers('general', 'amira')[0]?.text).toContain('You may come to');
  expect(whispers('general', 'amira')).toHaveLength(1);
  await expect
    .poll(() =>
      toldDirectly('tom')
        .map(({ text }) => text)
        .join(),
    )
    .toContain('You have a place');
  expect(toldDirectly('tom').map(visibleText).join()).toContain('See the announcement');
  await untilSent(id);
  expect(shown()).toContain('1 going · 1 maybe · No places left');

  // It moves by a day, and elsewhere.
  const later = localTimeAt(slack.clock.now() + 72 * hourMs, 'Europe/London');
  const end = localTimeAt(slack.clock.now() + 73 * hourMs, 'Europe/London');
  const { notice } = await moveTo(id, { start: later, end, place: 'Room 9' });
  await untilSent(id);
  expect(notice.version).toBe(1);
  expect(shown()).toContain('*Changed:* *Discharge, together*');
  expect(shown()).toContain('*Where* Room 9');
  for (const channel of ['general', 'leads']) {
    const [, note, ...others] = said(channel);
    expect(others).toEqual([]);
    expect(note?.threadTs).toBe(said(channel)[0]?.ts);
    expect(visibleText(note ?? card)).toContain('*Where* Room 2 → *Room 9*');
    expect(note?.text).toContain('Moved: Discharge, together.');
  }
  expect(
    toldDirectly('amira')
      .map(({ text }) => text)
      .join(),
  ).toContain('Moved:');

  // Those who may come are reminded an hour before, by its new time; nobody else is.
  await slack.actAs('leo').clickButton('leads', said('leads')[0]?.ts ?? '', 'session-cannot');
  await expect.poll(() => whispers('leads', 'leo')[0]?.text).toContain('You cannot come to');
  const before = { tom: toldDirectly('tom').length, leo: toldDirectly('leo').length };
  slack.clock.advance(70 * hourMs);
  await untilSent(id);
  expect(toldDirectly('tom')).toHaveLength(before.tom);
  slack.clock.advance(hourMs + 60_000);
  await expect.poll(() => toldDirectly('tom').at(-1)?.text).toContain('Starts in an hour');
  await expect.poll(() => toldDirectly('amira').at(-1)?.text).toContain('Starts in an hour');
  await untilSent(id);
  expect(toldDirectly('leo')).toHaveLength(before.leo);

  await service.cancel(id);
  await untilSent(id);
  expect(shown()).toContain('*Called off:*');
  expect(shown()).not.toContain('session-going');
  expect(said('general').map(({ text }) => text)[2]).toContain('Called off: Discharge');
  expect(toldDirectly('tom').at(-1)?.text).toContain('Called off: Discharge');
  await slack.actAs('amira').clickButton('general', own?.ts ?? '', 'own-session-going');
  await expect
    .poll(() => whispers('general', 'amira').at(-1)?.text)
    .toBe('This session was called off.');
});

test('fewer places than before: who asked last waits, is told so, and moves up again', async () => {
  const { slack, moveTo, session, schedule, untilSent, said, toldDirectly, whispers } =
    await begin();
  const { id } = await schedule(session({ capacity: 2 }));
  slack.clock.advance(hourMs);
  await untilSent(id);
  const card = said('general')[0]?.ts ?? '';
  for (const person of ['amira', 'tom']) {
    await slack.actAs(person).clickButton('general', card, 'session-going');
    await expect.poll(() => whispers('general', person)[0]?.text).toContain('You are going to');
  }
  await moveTo(id, { capacity: 1 });
  await expect.poll(() => toldDirectly('tom')[0]?.text).toContain('You have to wait for a place');
  await moveTo(id, { capacity: 5 });
  await expect.poll(() => toldDirectly('tom')[1]?.text).toContain('You have a place');
  await untilSent(id);
  expect(toldDirectly('amira')).toEqual([]);
  expect(visibleText(said('general')[0] ?? { text: '', blocks: [] })).toContain(
    '3 of 5 places left',
  );
});
