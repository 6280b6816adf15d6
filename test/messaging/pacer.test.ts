import { describe, expect, test } from 'vitest';
import { createPacer, type Pacer, type PacerOptions } from '../../src/messaging/index.ts';

/** A clock whose pauses end in their order when it is moved on. */
function createWorld() {
  let now = 1_000_000;
  const waiting: { at: number; end: () => void }[] = [];
  return {
    clock: { now: () => now },
    pause: (milliseconds: number) =>
      new Promise<void>((end) => void waiting.push({ at: now + milliseconds, end })),
    /** Sets the clock, without time passing. */
    set(to: number) {
      for (const each of waiting) each.at += to - now;
      now = to;
    },
    async pass(milliseconds: number) {
      const until = now + milliseconds;
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        waiting.sort((one, other) => one.at - other.at);
        const [next] = waiting;
        if (next === undefined || next.at > until) break;
        waiting.shift();
        now = Math.max(now, next.at);
        next.end();
      }
      now = until;
    },
  };
}

type World = ReturnType<typeof createWorld>;

const open = (options: Partial<PacerOptions> = {}) => {
  const world = createWorld();
  return { world, pacer: createPacer({ ...world, intervalMs: 1_000, ...options }) };
};

/** When each of so many turns comes, ms from now. */
function turnsOf({ clock }: World, pacer: Pacer, channels: readonly string[]): number[] {
  const from = clock.now();
  const at: number[] = [];
  for (const channel of channels) void pacer.turn(channel).then(() => at.push(clock.now() - from));
  return at;
}

const many = (count: number, channel = (index: number) => `C${index}`): string[] =>
  Array.from({ length: count }, (_, index) => channel(index));
const overall = { intervalMs: 200, burst: 10, reserve: 4 };

describe('turns in a channel', () => {
  test('keep their distance, channel by channel', async () => {
    const { world, pacer } = open();
    const one = turnsOf(world, pacer, ['C1', 'C1', 'C1']);
    const other = turnsOf(world, pacer, ['C2']);
    await world.pass(10_000);
    expect(one).toEqual([0, 1_000, 2_000]);
    expect(other).toEqual([0]);
  });

  test('may follow each other at once after a rest', async () => {
    const { world, pacer } = open({ burst: 3 });
    const first = turnsOf(
      world,
      pacer,
      many(5, () => 'C1'),
    );
    await world.pass(10_000);
    expect(first).toEqual([0, 0, 0, 1_000, 2_000]);
    const again = turnsOf(
      world,
      pacer,
      many(4, () => 'C1'),
    );
    await world.pass(10_000);
    expect(again).toEqual([0, 0, 0, 1_000]);
  });

  test('do not wait until a clock that was set back has caught up', async () => {
    const { world, pacer } = open();
    turnsOf(world, pacer, ['C1']);
    pacer.hold(2_000);
    world.set(world.clock.now() - 3_600_000);
    const turns = turnsOf(world, pacer, ['C1', 'C1']);
    await world.pass(10_000);
    expect(Math.max(...turns)).toBeLessThan(5_000);
    expect(turns).toHaveLength(2);
  });
});

describe('turns of those who yield', () => {
  test('keep to what all channels together are allowed, less a reserve', async () => {
    const { world, pacer } = open({ overall });
    const turns = turnsOf(world, pacer.yielding, many(10));
    await world.pass(10_000);
    expect(turns).toEqual([0, 0, 0, 0, 0, 0, 200, 400, 600, 800]);
  });

  test('are not waited for by the others, whose turns count', async () => {
    const { world, pacer } = open({ overall });
    const notices = turnsOf(world, pacer.yielding, many(100));
    await world.pass(1_000);
    const before = notices.length;
    const answers = turnsOf(
      world,
      pacer,
      many(4, (index) => `D${index}`),
    );
    await world.pass(600);
    expect(answers).toEqual([0, 0, 0, 0]);
    expect(notices).toHaveLength(before);
    await world.pass(400);
    expect(notices.length).toBeGreaterThan(before);
  });

  test('come one at a time after the service has asked to wait', async () => {
    const { world, pacer } = open({ overall });
    pacer.hold(3_000);
    const notices = turnsOf(world, pacer.yielding, many(3));
    const answers = turnsOf(world, pacer, ['D1', 'D2']);
    await world.pass(10_000);
    expect(answers).toEqual([3_000, 3_000]);
    // What the answers took, and the reserve, come first.
    expect(notices).toEqual([4_200, 4_400, 4_600]);
  });
});
