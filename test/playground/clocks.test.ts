import { describe, expect, it, vi } from 'vitest';
import {
  type Change,
  createAcceleratedClock,
  createManualClock,
} from '../../src/playground/index.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();

describe('the manual clock', () => {
  it('runs what falls due, in order, each at its own time', () => {
    const clock = createManualClock(1_000);
    const seen: [string, number][] = [];
    const note = (name: string) => () => seen.push([name, clock.now()]);
    clock.schedule(20, note('second'));
    clock.schedule(10, () => {
      note('first')();
      clock.scheduleForProgram(5, note('between'));
    });
    const cancel = clock.schedule(15, note('never'));
    clock.schedule(100, note('later'));
    cancel();
    clock.advance(50);
    expect(seen).toEqual([
      ['first', 1_010],
      ['between', 1_015],
      ['second', 1_020],
    ]);
    expect([clock.now(), clock.waiting()]).toEqual([1_050, 1]);
  });
});

describe('the accelerated clock', () => {
  it('runs workspace time faster and leaves the time of programs alone', async () => {
    const clock = createAcceleratedClock(1_000);
    const [now, program] = [clock.now(), clock.programNow()];
    await new Promise<void>((resolve) => clock.schedule(20_000, resolve));
    expect(clock.now() - now).toBeGreaterThanOrEqual(19_000);
    expect(clock.programNow() - program).toBeLessThan(2_000);
    expect(clock.toProgramTime(60_000)).toBe(60);
  });

  it('is moved on and does what falls due, in order, each at its own time', async () => {
    const clock = createAcceleratedClock();
    const [start, program] = [clock.now(), clock.programNow()];
    const seen: [string, number][] = [];
    const note = (name: string) => () =>
      seen.push([name, Math.floor((clock.now() - start) / 60_000)]);
    clock.schedule(300_000, note('second'));
    clock.schedule(60_000, () => {
      note('first')();
      clock.schedule(120_000, note('between'));
    });
    clock.scheduleForProgram(60_000, note('never'))();
    const cancel = clock.schedule(60_000, note('never'));
    clock.schedule(90 * 86_400_000, note('later'));
    cancel();
    clock.advance(600_000);
    expect(seen).toEqual([
      ['first', 1],
      ['between', 3],
      ['second', 5],
    ]);
    expect(clock.offset).toBe(600_000);
    expect(clock.now() - start).toBeGreaterThanOrEqual(600_000);
    expect(clock.programNow() - program).toBeLessThan(60_000);
  });

  it('begins as far ahead as it is told', () => {
    expect(createAcceleratedClock(1, 86_400_000).now()).toBeGreaterThan(Date.now() + 86_000_000);
  });
});

describe('the clock of a local Slack', () => {
  it('is advanced with the workspace, which says so and remembers it', async () => {
    const slack = await start();
    const changes: Change[] = [];
    slack.onChange((change) => changes.push(change));
    const before = slack.clock.now();
    slack.clock.advance(3_600_000);
    expect(slack.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    expect(changes).toEqual([{ type: 'clock-advanced', by: 3_600_000 }]);
    const { ts } = await slack.actAs('amira').post('#general', 'later');
    expect(Number(ts) * 1000).toBeGreaterThanOrEqual(before + 3_600_000);
    const next = await start({ state: slack.snapshot() });
    expect(next.clock.offset).toBe(3_600_000);
    slack.reset();
    expect([slack.clock.offset, slack.workspace.clockOffset]).toEqual([3_600_000, 3_600_000]);
  });

  it('brings on the retries that fall due', async () => {
    const slack = await start();
    await slack.actAs('amira').directMessage('hello');
    await vi.waitFor(() => expect(slack.workspace.events[0]?.attempts).toHaveLength(2));
    slack.clock.advance(60_000);
    await vi.waitFor(() => expect(slack.workspace.events[0]?.attempts).toHaveLength(3));
    slack.clock.advance(300_000);
    await slack.settled(1_000);
    expect(slack.counters).toMatchObject({ lost: 1, retried: 3 });
  });

  it.each([0, -1, 0.5, Number.NaN])('does not go by %s', async (milliseconds) => {
    const slack = await start();
    expect(() => slack.clock.advance(milliseconds)).toThrow('cannot advance');
  });
});
