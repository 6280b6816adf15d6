import { afterEach, expect, test } from 'vitest';
import { MessengerUnavailable, pause } from '../../../src/messaging/index.ts';
import { createStaffTeller, type StaffTeller } from '../../../src/slack/staff/staff-teller.ts';
import type { TellStaff } from '../../../src/slack/staff/tell-staff.ts';
import { createMemoryOperatorEventStore } from '../../fakes/memory-operator-event-store.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';

const running: StaffTeller[] = [];
afterEach(async () => {
  for (const teller of running.splice(0)) await teller.stop();
});

function start(tell: TellStaff, pollMs = 1) {
  const events = createMemoryOperatorEventStore();
  const { log, entries } = createRecordingLog();
  const waits: number[] = [];
  const teller = createStaffTeller({
    events,
    tell,
    pollMs,
    log,
    pause: async (milliseconds, signal) => {
      waits.push(milliseconds);
      await pause(1, signal);
    },
  });
  running.push(teller);
  const raise = (id: string) =>
    events.add({ id, event: { kind: 'model-works-again', model: 'small' }, raisedAt: 1 });
  teller.start();
  return { events, raise, entries, waits, teller };
}

test('tells of what was raised before and after the start, once', async () => {
  const told: string[] = [];
  const { raise, events } = start(async ({ id }) => void told.push(id));
  await raise('one');
  await expect.poll(() => told).toEqual(['one']);
  await raise('two');
  await expect.poll(() => told).toEqual(['one', 'two']);
  await expect.poll(() => events.untold()).toEqual([]);
});

test('tries again what failed, less and less often, and tells of the rest meanwhile', async () => {
  const told: string[] = [];
  let failures = 0;
  const { raise, entries, waits } = start(async ({ id }) => {
    if (id === 'stuck' && failures < 3) {
      failures += 1;
      throw new MessengerUnavailable('ECONNREFUSED');
    }
    told.push(id);
  });
  await raise('stuck');
  await raise('other');
  await expect.poll(() => told).toEqual(['other', 'stuck']);
  const delayed = entries.filter(({ msg }) => msg === 'staff-telling-delayed');
  expect(delayed).toHaveLength(3);
  expect(delayed[0]).toMatchObject({ reason: 'messenger-unavailable: ECONNREFUSED' });
  expect(Math.max(...waits)).toBe(8);
});

test('leaves what is in hand untold when it is stopped', async () => {
  const begun = Promise.withResolvers<void>();
  const { raise, events, entries, teller } = start(async (_event, signal) => {
    begun.resolve();
    await pause(60_000, signal);
  });
  await raise('one');
  await begun.promise;
  await teller.stop();
  expect(await events.untold()).toHaveLength(1);
  expect(entries).toEqual([]);
});
