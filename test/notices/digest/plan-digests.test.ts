import { afterEach, expect, test } from 'vitest';
import { createDigestPlanner, type DigestSettings } from '../../../src/notices/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { createRecordingLog } from '../../fakes/recording-log.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const mondays: DigestSettings = { weekday: 1, minute: 510, zone: 'Europe/London', channel: 'C1' };
const hourMs = 60 * 60_000;
const [last, next] = ['2026-11-23T08:30:00Z', '2026-11-30T08:30:00Z'].map((at) => Date.parse(at));

async function open(from: string) {
  const clock = { at: Date.parse(from), now: () => clock.at };
  const database = await openDatabase(':memory:');
  opened.push(database);
  const outbox = createOutbox(database, clock);
  const { log, entries } = createRecordingLog();

  /** Plans once, as a process that has just started. */
  async function plan(settings: DigestSettings | null, failures = 0): Promise<void> {
    const done = Promise.withResolvers<void>();
    let [failing, hasFailed] = [failures, false];
    const planner = createDigestPlanner({
      outbox: {
        plan: async (...planned) => {
          hasFailed = failing > 0;
          failing -= 1;
          if (hasFailed) throw new Error('busy');
          await outbox.plan(...planned);
        },
      },
      settings,
      clock,
      pause: async (_milliseconds, signal) => {
        if (hasFailed) return;
        done.resolve();
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      },
      pollMs: 1,
      log,
    });
    planner.start();
    if (settings !== null) await done.promise;
    await planner.stop();
  }

  const planned = async (week: string) =>
    (await outbox.of(`digest:2026-W${week}`)).map(({ place, dueAt, uselessAt, state }) => ({
      place,
      dueAt,
      uselessAt,
      state,
    }));
  return { clock, outbox, plan, planned, entries };
}

const due = (place: string, at = 0) => ({
  place,
  dueAt: at,
  uselessAt: at + 48 * hourMs,
  state: 'waiting',
});

test('plans the next digest, and the last one as long as it is of use', async () => {
  const { clock, plan, planned } = await open('2026-11-25T08:29:00Z');
  await plan(mondays);
  expect(await planned('48')).toEqual([due('C1', last), due('digest-readers', last)]);
  expect(await planned('49')).toEqual([due('C1', next), due('digest-readers', next)]);
  clock.at = Date.parse('2026-12-02T08:30:00Z');
  await plan(mondays);
  expect(await planned('50')).toHaveLength(2);
});

test('does not plan a digest that is too late', async () => {
  const { plan, planned } = await open('2026-11-25T08:30:00Z');
  await plan(mondays);
  expect(await planned('48')).toEqual([]);
});

test('plans a week once, and moves it as long as it was not sent', async () => {
  const { outbox, plan, planned } = await open('2026-11-24T08:30:00Z');
  await plan(mondays);
  await plan(mondays);
  expect(await planned('49')).toHaveLength(2);
  const first = await outbox.claim('me', 1_000);
  if (first === null) throw new Error('one is due');
  await outbox.finish(first, 'me', { state: 'skipped', problem: 'nothing-new' });
  await plan({ ...mondays, weekday: 5, channel: 'C2' });
  // What was sent this week stays the digest of this week.
  const [over, ...moved] = (await planned('48')).sort((one, other) => one.dueAt - other.dueAt);
  expect(over).toMatchObject({ place: first.place, state: 'skipped', dueAt: last });
  expect(moved.every(({ dueAt }) => dueAt === Date.parse('2026-11-27T08:30:00Z'))).toBe(true);
});

test('plans nothing when there is no digest, and only for those who want it without a channel', async () => {
  const { plan, planned } = await open('2026-11-24T08:30:00Z');
  await plan(null);
  expect(await planned('49')).toEqual([]);
  await plan({ ...mondays, channel: null });
  expect(await planned('49')).toEqual([due('digest-readers', next)]);
});

test('tries again after a failure', async () => {
  const { plan, planned, entries } = await open('2026-11-28T08:30:00Z');
  await plan(mondays, 1);
  expect(entries.map(({ msg }) => msg)).toContain('digest-not-planned');
  expect(await planned('49')).toHaveLength(2);
});
