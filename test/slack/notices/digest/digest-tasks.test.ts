import { afterEach, expect, test } from 'vitest';
import { composeNotices } from '../../../../src/compose-notices.ts';
import { readConfig } from '../../../../src/config.ts';
import { MessengerUnavailable } from '../../../../src/messaging/index.ts';
import { createDigestTasks } from '../../../../src/slack/notices/digest/digest-tasks.ts';
import { type Database, openDatabase } from '../../../../src/storage/database.ts';
import { createScriptedLibrary } from '../../../fakes/scripted-library.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';
import { sampleTask } from '../../../notices/sample-task.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const now = Date.parse('2026-11-23T08:30:00Z');

/** A session to come, and a service whose look-ups fail as often as said. */
async function open(failures: number) {
  const clock = { now: () => now };
  const database = await openDatabase(':memory:');
  opened.push(database);
  const environment = { NOTICE_DIGEST: 'Monday 08:30', SLACK_DIGEST_CHANNEL: 'C01' };
  const notices = composeNotices(readConfig(environment, '/').notices, { database, clock });
  const { store, outbox, digestChoices } = notices;
  await store.add(sampleSession());
  await outbox.add('n1', [{ occasion: 'announcement', place: 'C01', dueAt: now, uselessAt: null }]);
  const task = await outbox.claim('me', 1_000);
  if (task === null) throw new Error('the announcement is due');
  const message = { channel: 'C01', messageId: '7.7' };
  await outbox.finish(task, 'me', { state: 'sent', message });
  await digestChoices.choose('U01', 'direct');
  let failing = failures;
  const lookUp = async <Found>(found: Found): Promise<Found> => {
    failing -= 1;
    if (failing >= 0) throw new Error('socket hang up');
    return found;
  };
  const asked: string[] = [];
  const prepare = createDigestTasks({
    notices,
    library: createScriptedLibrary(),
    directory: {
      standingOf: () => lookUp('member' as const),
      membersOf: () => lookUp([]),
      rolesOf: async () => ({ rank: 'members', groups: [] }),
      hasLeft: async () => false,
      visibilityOf: async () => ({ kind: 'members' }),
    },
    findPermalink: async ({ messageId }) => {
      asked.push(messageId);
      return 'https://partnership.slack.com/archives/C01/p77';
    },
    isPerson: (place) => place.startsWith('U'),
    directConversation: async (person) => `D-${person}`,
    clock,
  });
  const order = (place: string) =>
    prepare(sampleTask({ noticeId: 'digest:2026-W48', occasion: 'digest', place, dueAt: now }), {
      late: false,
    });
  return { order, asked };
}

test.each([
  ['C01', 'C01'],
  ['U01', 'D-U01'],
])('%s waits until it can be looked up who would read it', async (place, channel) => {
  const { order } = await open(1);
  await expect(order(place)).rejects.toBeInstanceOf(MessengerUnavailable);
  expect(await order(place)).toMatchObject({ kind: 'send', place: { channel, thread: null } });
});

test('looks up the address of an announcement once for all readers', async () => {
  const { order, asked } = await open(0);
  for (const place of ['C01', 'U01']) {
    expect(JSON.stringify(await order(place))).toContain('archives/C01/p77|Discharge, together>');
  }
  expect(asked).toEqual(['7.7']);
});
