import { expect, test } from 'vitest';
import { createScriptedAsk } from '../fakes/scripted-ask.ts';
import { hourMs, noticesIn } from './notice-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();
const { ask } = createScriptedAsk(() => ({
  kind: 'abstention',
  reason: 'nothing-relevant',
  nearest: [],
}));

/** A session that is announced in #general, to which a guest has come since. */
async function announced() {
  const journey = await start({ ask, bySlackClock: true, staffGroups: ['staff'] });
  const use = noticesIn(journey);
  const { slack } = journey;
  const channels = [use.channelId('general')];
  const { id } = await use.schedule(use.session({}, { channels }));
  slack.clock.advance(hourMs);
  await expect.poll(() => use.said('general')).toHaveLength(1);
  await use.untilSent(id);
  await expect.poll(() => use.toldDirectly('sofia')).toHaveLength(1);
  slack.administer.invite('general', 'george', 'sofia');
  const card = use.said('general')[0]?.ts ?? '';
  const press = (person: string, action: string) =>
    slack.actAs(person).clickButton('general', card, action);
  const whisper = (person: string) => use.whispers('general', person).at(-1)?.text;
  /** The last file that somebody was sent. */
  const fileFor = (person: string): string => {
    const files = use.toldDirectly(person).flatMap(({ files: shared }) => shared);
    return slack.file(files.at(-1)?.id ?? '')?.bytes.toString('utf8') ?? '';
  };
  return { ...journey, ...use, id, press, whisper, fileFor };
}

test('a guest is refused with the reason, also one who became a guest since', async () => {
  const { slack, press, whisper, notices, id } = await announced();
  await press('george', 'session-going');
  await expect.poll(() => whisper('george')).toContain('for members of the partnership');
  await press('tom', 'session-going');
  await expect.poll(() => whisper('tom')).toContain('You are going to');
  slack.administer.changePerson('tom', { kind: 'guest' });
  await slack.settled(2_000);
  await press('tom', 'session-maybe');
  await expect.poll(() => whisper('tom')).toContain('for members of the partnership');
  await press('george', 'session-calendar');
  await expect.poll(() => whisper('george')).toContain('for members of the partnership');
  expect(await notices.store.replies(id)).toMatchObject([{ reply: 'going' }]);
});

test('a session is taken into a calendar, brought up to date there, and taken out again', async () => {
  const { press, toldDirectly, fileFor, whisper, notices, untilSent, id, slack } =
    await announced();
  await press('amira', 'session-going');
  await expect.poll(() => whisper('amira')).toContain('You are going to');
  await press('amira', 'session-calendar');
  await expect.poll(() => fileFor('amira')).toContain('SUMMARY:Discharge\\, together');
  await expect.poll(() => whisper('amira')).toContain('in your conversation with Concord');
  expect(fileFor('amira')).toContain(`UID:${id}@`);
  expect(fileFor('amira')).toContain('SEQUENCE:0');

  await notices.notices.cancel(id);
  await untilSent(id);
  const last = toldDirectly('amira').at(-1);
  expect(last?.text).toContain('Called off');
  const own = slack.actAs('amira').directMessageChannel;
  await slack.actAs('amira').clickButton(own, last?.ts ?? '', 'session-calendar');
  await expect.poll(() => fileFor('amira')).toContain('METHOD:CANCEL');
  expect(fileFor('amira')).toContain(`UID:${id}@`);
  expect(fileFor('amira')).toContain('SEQUENCE:1');
});

test('its author sees who comes, and gets it as a table; others do not', async () => {
  const { slack, press, toldDirectly, whispers, fileFor, whisper } = await announced();
  await press('amira', 'session-going');
  await expect.poll(() => whisper('amira')).toContain('You are going to');
  const own = slack.actAs('sofia').directMessageChannel;
  const report = toldDirectly('sofia')[0]?.ts ?? '';
  await slack.actAs('sofia').clickButton(own, report, 'session-attendees');
  await expect.poll(() => slack.actAs('sofia').modal?.title?.text).toBe('Attendees');
  const amira = slack.actAs('amira').userId;
  expect(JSON.stringify(slack.actAs('sofia').modal?.blocks)).toContain(`<@${amira}>`);
  await slack.actAs('sofia').actInModal('session-attendees-file');
  await expect.poll(() => fileFor('sofia')).toContain(`Amira Hassan,${amira},going\r\n`);

  slack.administer.setGroupMembers('staff', []);
  slack.administer.changePerson('sofia', { kind: 'guest' });
  await slack.settled(2_000);
  await slack.actAs('sofia').clickButton(own, report, 'session-attendees');
  await expect.poll(() => whispers(own, 'sofia').at(-1)?.text).toContain('author of the session');
});

test('where Concord may not send files, whoever asks for one is told that trying again is no use', async () => {
  const { slack, press, whisper } = await announced();
  slack.faults.failNext('files.getUploadURLExternal', { status: 200, error: 'missing_scope' });
  await press('amira', 'session-calendar');
  await expect
    .poll(() => whisper('amira'))
    .toContain('The calendar file could not be sent. Trying again will not help');
});
