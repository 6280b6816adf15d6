import { describe, expect, test } from 'vitest';
import { type OutboxTask, type PrepareTask, paceUpdates } from '../../../src/notices/index.ts';
import { createTestClock } from '../../fakes/test-clock.ts';

const content = { text: '', blocks: [] };
const rate = { intervalMs: 1_000, burst: 2 };
const plainly: PrepareTask = async ({ occasion, place }) =>
  occasion === 'card'
    ? { kind: 'update', message: { channel: place, messageId: '1.1' }, content }
    : { kind: 'send', place: { channel: place, thread: null }, content };

const task = (id: string, occasion = 'card'): OutboxTask => ({
  id,
  noticeId: 'n1',
  occasion,
  place: 'C1',
  dueAt: 0,
  uselessAt: null,
  state: 'waiting',
  failures: 0,
  renewals: 0,
  message: null,
  problem: null,
  finishedAt: null,
});

function open() {
  const clock = createTestClock(1_000_000);
  const prepare = paceUpdates(plainly, { clock, rate });
  const ask = async (id: string, occasion?: string) => {
    const order = await prepare(task(id, occasion), { late: false });
    return order.kind === 'later' ? order.availableAt - 1_000_000 : order.kind;
  };
  return { clock, ask };
}

describe('changes of what was sent', () => {
  test('are put off until their turn, each by as much as it takes', async () => {
    const { clock, ask } = open();
    const ids = ['t1', 't2', 't3', 't4'];
    const first = [];
    for (const id of ids) first.push(await ask(id));
    expect(first).toEqual(['update', 'update', 1_000, 2_000]);
    expect(await ask('t4')).toBe(2_000);
    clock.advance(1_000);
    expect([await ask('t3'), await ask('t4')]).toEqual(['update', 2_000]);
    clock.advance(1_000);
    expect(await ask('t4')).toBe('update');
  });

  test('do not hold up what is sent', async () => {
    const { ask } = open();
    for (const id of ['t1', 't2', 't3']) await ask(id);
    expect(await ask('t5', 'announcement')).toBe('send');
  });

  test('do not wait until a clock that was set back has caught up', async () => {
    const { clock, ask } = open();
    for (const id of ['t1', 't2', 't3']) await ask(id);
    clock.advance(-3_600_000);
    expect(Number(await ask('t3')) + 3_600_000).toBeLessThan(5_000);
  });
});
