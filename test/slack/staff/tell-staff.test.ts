import { afterEach, describe, expect, test } from 'vitest';
import {
  createDeliver,
  createPacer,
  MessageRejected,
  MessengerUnavailable,
} from '../../../src/messaging/index.ts';
import type { RaisedOperatorEvent } from '../../../src/observability/operator-event.ts';
import { createTellStaff } from '../../../src/slack/staff/tell-staff.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createDeliveryStore } from '../../../src/storage/delivery-store.ts';
import { createMemoryMessenger } from '../../fakes/memory-messenger.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const raised: RaisedOperatorEvent = {
  id: 'model-unavailable:unavailable:2026-11-22',
  event: { kind: 'model-unavailable', model: 'small <!channel>', failure: 'unavailable' },
  raisedAt: Date.UTC(2026, 10, 22, 12, 30),
};

async function setUp(
  options: { staffChannel?: string; people?: string[]; isComplete?: boolean } = {},
) {
  const clock = createTestClock();
  const database = await openDatabase(':memory:');
  opened.push(database);
  const { log, entries } = createRecordingLog();
  const messenger = createMemoryMessenger();
  const { pause } = clock;
  const deliver = createDeliver({
    store: createDeliveryStore(database, clock),
    messenger,
    pacer: createPacer({ clock, pause, intervalMs: 0 }),
    clock,
    pause,
    log,
    leaseMs: 30_000,
    settleMs: 2_000,
    mostTries: 3,
  });
  const staff = { people: options.people ?? [], isComplete: options.isComplete ?? true };
  const gone = new Set<string>();
  const tell = createTellStaff({
    deliver,
    directConversations: {
      open: async (person) => {
        if (gone.has(person)) throw new MessageRejected('user_not_found', false);
        return `D${person}`;
      },
    },
    staffChannel: options.staffChannel ?? null,
    findStaff: async () => staff,
    log,
  });
  const places = () => messenger.posted.map(({ channel }) => channel);
  const warned = (name: string) => entries.filter(({ msg }) => msg === name);
  return { tell, messenger, places, warned, staff, gone };
}

describe('staff are told', () => {
  test('once in their channel, however often it is tried', async () => {
    const { tell, places, messenger } = await setUp({ staffChannel: 'CSTAFF', people: ['U1'] });
    await tell(raised);
    await tell(raised);
    expect(places()).toEqual(['CSTAFF']);
    const [message] = messenger.posted;
    expect(message?.content.text).toContain('cannot be used at the moment');
    expect(message?.content.text).toContain('2026-11-22 12:30 UTC');
    expect(JSON.stringify(message?.content)).not.toContain('<!channel>');
  });

  test('each once in their own conversation when there is no channel', async () => {
    const { tell, places } = await setUp({ people: ['U1', 'U2'] });
    await tell(raised);
    await tell(raised);
    expect(places()).toEqual(['DU1', 'DU2']);
  });

  test('each when the channel takes nothing, and the log says which setting to mend', async () => {
    const { tell, messenger, places, warned } = await setUp({
      staffChannel: 'CSTAFF',
      people: ['U1'],
    });
    messenger.postFaults.push({
      error: new MessageRejected('not_in_channel', false),
      posted: false,
    });
    await tell(raised);
    await tell(raised);
    expect(places()).toEqual(['DU1']);
    expect(warned('staff-place-refused')[0]).toMatchObject({
      reason: 'not_in_channel',
      set: 'SLACK_STAFF_CHANNEL',
    });
  });

  test('later when Slack cannot be reached, without repeating what arrived', async () => {
    const { tell, messenger, places } = await setUp({ people: ['U1', 'U2'] });
    const outage = { error: new MessengerUnavailable('ECONNREFUSED'), posted: false };
    messenger.faultOf = (method) =>
      method === 'post' && messenger.posted.length === 1 ? outage : undefined;
    await expect(tell(raised)).rejects.toThrow(MessengerUnavailable);
    messenger.faultOf = () => undefined;
    await tell(raised);
    expect(places()).toEqual(['DU1', 'DU2']);
  });

  test('though one of them has gone', async () => {
    const { tell, places, gone, warned } = await setUp({ people: ['U1', 'U2'] });
    gone.add('U1');
    await tell(raised);
    expect(places()).toEqual(['DU2']);
    expect(warned('staff-place-refused')).toHaveLength(1);
    expect(warned('staff-not-told')).toEqual([]);
  });

  test('again when some could not be looked up', async () => {
    const { tell, places, staff } = await setUp({ people: ['U1'], isComplete: false });
    await expect(tell(raised)).rejects.toThrow(MessengerUnavailable);
    Object.assign(staff, { people: ['U1', 'U2'], isComplete: true });
    await tell(raised);
    expect(places()).toEqual(['DU1', 'DU2']);
  });

  test('in the log alone when there are none, with what to set', async () => {
    const { tell, warned } = await setUp();
    await tell(raised);
    expect(warned('staff-not-told')[0]?.set).toContain('SLACK_STAFF_CHANNEL');
  });
});
