import { describe, expect, test } from 'vitest';
import { createCallGate } from '../../../src/answering/model/call-gate.ts';

const never = new AbortController().signal;

describe('long calls', () => {
  test('are let in so many at once, the others in the order they came', async () => {
    const gate = createCallGate(2);
    const inside: string[] = [];
    const come = async (name: string): Promise<() => void> => {
      const leave = await gate.enter(never);
      inside.push(name);
      return leave;
    };
    const first = await come('first');
    await come('second');
    const third = come('third');
    const fourth = come('fourth');
    await Promise.resolve();
    expect(inside).toEqual(['first', 'second']);
    first();
    (await third)();
    await fourth;
    expect(inside).toEqual(['first', 'second', 'third', 'fourth']);
  });

  test('that are stopped while they wait leave their place to the next', async () => {
    const gate = createCallGate(1);
    const leave = await gate.enter(never);
    const stop = new AbortController();
    const stopped = gate.enter(stop.signal);
    const next = gate.enter(never);
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
    leave();
    (await next)();
    expect(await gate.enter(never)).toBeTypeOf('function');
  });

  test('that were stopped before are not let in', async () => {
    const gate = createCallGate(1);
    await expect(gate.enter(AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(await gate.enter(never)).toBeTypeOf('function');
  });
});
