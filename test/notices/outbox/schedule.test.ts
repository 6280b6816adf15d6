import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  localTimeAt,
  type NoticeContent,
  NoticeError,
  type QuietHours,
} from '../../../src/notices/index.ts';
import { type Database, openDatabase } from '../../../src/storage/database.ts';
import {
  createScheduleWorld,
  lateMs,
  type Mishap,
  type ScheduleWorld,
  zone,
} from './schedule-world.ts';

/** More, to search longer: `SCHEDULE_RUNS=5000 npx vitest run test/notices/outbox/schedule.test.ts`. */
const numRuns = Number(process.env.SCHEDULE_RUNS ?? 300);
const minuteMs = 60_000;
const nights: QuietHours = { from: 19 * 60, to: 8 * 60, weekends: true, zone };
/** Clocks change within the first days of a course. */
const beginnings = ['2026-03-27T09:00Z', '2026-10-23T09:00Z', '2028-02-28T09:00Z'].map(Date.parse);

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database.close());

const minutes = (min: number, max: number) => fc.integer({ min, max });
const mishap = fc.constantFrom<Mishap>(
  'dies-before',
  'dies-after',
  'unavailable',
  'lost-before',
  'lost-after',
);
const which = fc.nat({ max: 3 });
const session = fc.record({
  /** Minutes from when it is written. */
  announcedIn: fc.option(minutes(-60, 2_000)),
  startsIn: minutes(30, 6_000),
  lasts: minutes(15, 300),
  reminders: fc.subarray([1_440, 60, 10]),
  inThread: fc.boolean(),
  channels: fc.subarray(['C1', 'C2', 'C3'], { minLength: 1 }),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), session }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: minutes(1, 1_500) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('set-clock' as const), minutes: minutes(-300, 300) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), which, session }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('reply' as const), which, person: which }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('staff' as const), processes: minutes(0, 2) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('mishap' as const), mishap }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never;

function contentOf(wish: Session, now: number): NoticeContent {
  const start = now + wish.startsIn * minuteMs;
  return {
    details: {
      kind: 'session',
      title: 'Discharge, together',
      description: '',
      start: localTimeAt(start, zone),
      end: localTimeAt(start + wish.lasts * minuteMs, zone),
      zone,
      place: 'Room 2',
      link: null,
      speakers: [],
      capacity: null,
      papers: [],
    },
    audience: 'members',
    channels: wish.channels,
    people: ['U9'],
    announceAt: wish.announcedIn === null ? null : now + wish.announcedIn * minuteMs,
    reminders: wish.reminders,
    remindIn: wish.inThread ? 'thread' : 'direct-message',
  };
}

/** Does what a step says; what cannot be done is refused, and changes nothing. */
async function perform(world: ScheduleWorld, known: string[], one: Step): Promise<void> {
  const { clock, notices, mishaps } = world;
  const id = 'which' in one ? (known[one.which] ?? '') : '';
  if (one.kind === 'pass' || one.kind === 'set-clock') clock.advance(one.minutes * minuteMs);
  if (one.kind === 'mishap') mishaps.push(one.mishap);
  if (one.kind === 'write') {
    const { id: written } = await notices.draft('U1', contentOf(one.session, clock.now()));
    known.push(written);
    await notices.submit(written, 'U1');
  }
  if (one.kind === 'move') {
    const { announceAt } = (await world.store.find(id)) ?? { announceAt: null };
    await notices.edit(id, { ...contentOf(one.session, clock.now()), announceAt });
  }
  if (one.kind === 'cancel') await notices.cancel(id);
  if (one.kind === 'reply') await notices.reply(id, `U${one.person}`, 'going');
}

/** What holds of every message, whatever happened. */
function checkPosted({ posted, startOf }: ScheduleWorld): void {
  const keys = posted.map(({ task }) => `${task.noticeId} ${task.occasion} ${task.place}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { task, at, notice, late } of posted) {
    expect(at).toBeGreaterThanOrEqual(task.dueAt);
    if (task.uselessAt !== null) expect(at).toBeLessThan(task.uselessAt);
    expect(late).toBe(at - task.dueAt > lateMs);
    if (!task.occasion.startsWith('reminder')) continue;
    expect(notice.state).toBe('scheduled');
    expect(task.occasion.endsWith(`-${startOf(notice)}`)).toBe(true);
    expect(at).toBeLessThan(startOf(notice));
  }
}

const pointless = [
  'too-late',
  'called-off',
  'moved',
  'not-coming',
  'not-announced',
  'changed-again',
];

/** What holds while somebody is up: what is due is sent, or there is a reason. */
async function checkOutbox(world: ScheduleWorld, known: readonly string[]): Promise<void> {
  const { outbox, clock } = world;
  for (const id of known) {
    for (const task of await outbox.of(id)) {
      const { state, dueAt, uselessAt, problem, finishedAt } = task;
      expect(state).not.toBe('failed');
      if (state === 'waiting' && problem === null) expect(dueAt).toBeGreaterThan(clock.now());
      if (state === 'skipped') expect(pointless).toContain(problem);
      if (problem !== 'too-late') continue;
      expect(finishedAt).toBeGreaterThanOrEqual(uselessAt ?? Number.POSITIVE_INFINITY);
    }
  }
}

test(
  'whatever happens, notices are never early, twice, too late or of an old start, and all come',
  async () => {
    let sent = 0;
    let late = 0;
    const course = fc.record({
      beginning: fc.constantFrom(...beginnings),
      quiet: fc.constantFrom(null, nights),
      steps: fc.array(step, { minLength: 4, maxLength: 16 }),
    });
    await fc.assert(
      fc.asyncProperty(course, async ({ beginning, quiet, steps }) => {
        for (const table of ['notice_tasks', 'deliveries', 'notices'] as const) {
          await database.db.deleteFrom(table).execute();
        }
        const world = createScheduleWorld(database, quiet, beginning);
        const known: string[] = [];
        let processes = 1;
        try {
          for (const one of steps) {
            if (one.kind === 'staff') processes = one.processes;
            await perform(world, known, one).catch((error: unknown) => {
              if (!(error instanceof NoticeError)) throw error;
            });
            if (processes > 0) await world.run(processes);
            checkPosted(world);
          }
          // Leases of the dead run out, and what had to wait is tried again.
          world.mishaps.length = 0;
          world.clock.advance(6 * 60 * minuteMs);
          await world.run(2);
          await checkOutbox(world, known);
          // A report waits a little for what is late; after that nothing is left.
          for (const days of [30, 1, 1]) {
            world.clock.advance(days * 24 * 60 * minuteMs);
            await world.run(2);
          }
          checkPosted(world);
          for (const id of known) {
            const open = (await world.outbox.of(id)).filter(({ state }) => state === 'waiting');
            expect(open).toEqual([]);
          }
          sent += world.posted.length;
          late += world.posted.filter((each) => each.late).length;
        } finally {
          world.end();
        }
      }),
      { numRuns },
    );
    // Nothing was proved by courses in which nothing happened.
    expect(sent).toBeGreaterThan(numRuns);
    expect(late).toBeGreaterThan(numRuns / 10);
  },
  60_000 + numRuns * 200,
);
