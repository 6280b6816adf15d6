import { describe, expect, it } from 'vitest';
import { createAcceleratedClock, createManualClock } from '../../src/playground/index.ts';

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
});
