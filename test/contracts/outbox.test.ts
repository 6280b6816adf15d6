import { expect, test } from 'vitest';
import type { Outbox, OutboxTask, PlannedTask } from '../../src/notices/index.ts';
import { createOutbox } from '../../src/storage/outbox.ts';
import { describeOnEachDatabase } from './databases.ts';

const task = (change: Partial<PlannedTask> = {}): PlannedTask => ({
  occasion: 'announcement',
  place: 'C1',
  dueAt: 1_000,
  uselessAt: null,
  ...change,
});
const any = (): boolean => true;

describeOnEachDatabase('outbox', (openDatabase) => {
  async function open(): Promise<{ outbox: Outbox; clock: { now(): number; at: number } }> {
    const clock = { at: 5_000, now: () => clock.at };
    return { outbox: createOutbox(await openDatabase(), clock), clock };
  }

  async function claim(outbox: Outbox, owner = 'me'): Promise<OutboxTask> {
    const claimed = await outbox.claim(owner, 100);
    if (claimed === null) throw new Error('nothing to claim');
    return claimed;
  }

  test('gives out what is due, longest due first, and nothing before it is due', async () => {
    const { outbox, clock } = await open();
    await outbox.add('n1', [
      task({ place: 'C1', dueAt: 6_000 }),
      task({ place: 'C2', dueAt: 4_000 }),
      task({ place: 'C3', dueAt: 3_000, uselessAt: 9_000 }),
    ]);
    expect(await claim(outbox)).toMatchObject({
      noticeId: 'n1',
      place: 'C3',
      dueAt: 3_000,
      uselessAt: 9_000,
      state: 'waiting',
      failures: 0,
      message: null,
    });
    expect((await claim(outbox)).place).toBe('C2');
    expect(await outbox.claim('me', 100)).toBeNull();
    await outbox.renew('me', 10_000);
    clock.at = 6_000;
    expect((await claim(outbox)).place).toBe('C1');
  });

  test('knows a task by its notice, occasion and place', async () => {
    const { outbox } = await open();
    await outbox.add('n1', [task()]);
    await outbox.add('n1', [task({ dueAt: 9 }), task({ occasion: 'change-1' })]);
    await outbox.add('n2', [task()]);
    expect((await outbox.of('n1')).map(({ occasion, dueAt }) => [occasion, dueAt])).toEqual([
      ['announcement', 1_000],
      ['change-1', 1_000],
    ]);
  });

  test('has one task of a place in hand at a time', async () => {
    const { outbox, clock } = await open();
    await outbox.add('n1', [task({ occasion: 'a' }), task({ occasion: 'b', dueAt: 1_001 })]);
    const first = await claim(outbox);
    expect(await outbox.claim('other', 100)).toBeNull();
    expect(await outbox.nextDue()).toBe(clock.at + 100);
    await outbox.finish(first, 'me', {
      state: 'sent',
      message: { channel: 'C1', messageId: '1.1' },
    });
    expect((await claim(outbox, 'other')).occasion).toBe('b');
    expect((await outbox.of('n1'))[0]).toMatchObject({
      state: 'sent',
      message: { channel: 'C1', messageId: '1.1' },
      finishedAt: clock.at,
    });
  });

  test('of many who claim at once, each task is given to one', async () => {
    const { outbox } = await open();
    await outbox.add(
      'n1',
      Array.from({ length: 12 }, (_, index) =>
        task({ place: `C${index % 6}`, occasion: `o${index}` }),
      ),
    );
    const claimed = await Promise.all(
      Array.from({ length: 10 }, (_, index) => outbox.claim(`owner-${index}`, 100)),
    );
    const given = claimed.filter((one) => one !== null);
    expect(new Set(given.map(({ place }) => place)).size).toBe(given.length);
    expect(given.length).toBeGreaterThan(0);
  });

  test('gives a task to somebody else when its lease runs out, and not while it is renewed', async () => {
    const { outbox, clock } = await open();
    await outbox.add('n1', [task()]);
    const lost = await claim(outbox);
    clock.at += 90;
    await outbox.renew('me', 100);
    clock.at += 90;
    expect(await outbox.claim('other', 100)).toBeNull();
    clock.at += 10;
    expect((await claim(outbox, 'other')).id).toBe(lost.id);
    // Whoever has lost it cannot say any more what becomes of it.
    await outbox.finish(lost, 'me', { state: 'failed', problem: 'archived' });
    await outbox.putBack(lost.id, 'me', { availableAt: 0, problem: 'x' });
    expect((await outbox.of('n1'))[0]).toMatchObject({ state: 'waiting', failures: 0 });
  });

  test('keeps a task back after a failure, and gives back what an owner leaves', async () => {
    const { outbox, clock } = await open();
    await outbox.add('n1', [task()]);
    const { id } = await claim(outbox);
    await outbox.putBack(id, 'me', { availableAt: 6_000, problem: 'messenger-unavailable' });
    expect(await outbox.claim('me', 100)).toBeNull();
    expect(await outbox.nextDue()).toBe(6_000);
    clock.at = 6_000;
    expect(await claim(outbox)).toMatchObject({ failures: 1, problem: 'messenger-unavailable' });
    await outbox.release('me');
    expect((await claim(outbox, 'other')).failures).toBe(1);
  });

  test('ends with a task that failed or is of no use', async () => {
    const { outbox } = await open();
    await outbox.add('n1', [task(), task({ place: 'C2', dueAt: 1_001 })]);
    await outbox.finish(await claim(outbox), 'me', {
      state: 'failed',
      problem: 'is_archived',
    });
    await outbox.finish(await claim(outbox), 'me', { state: 'skipped', problem: 'too-late' });
    expect(await outbox.nextDue()).toBeNull();
    expect((await outbox.of('n1')).map(({ state, problem }) => [state, problem])).toEqual([
      ['failed', 'is_archived'],
      ['skipped', 'too-late'],
    ]);
  });

  test('follows a plan, but for what is in hand, over or of another kind', async () => {
    const { outbox } = await open();
    await outbox.add('n1', [
      task({ place: 'sent' }),
      task({ place: 'in-hand', dueAt: 1_001 }),
      task({ place: 'moved', dueAt: 9_000 }),
      task({ place: 'gone', dueAt: 9_000 }),
      task({ place: 'other', occasion: 'change-1', dueAt: 9_000 }),
    ]);
    await outbox.finish(await claim(outbox), 'me', {
      state: 'sent',
      message: { channel: 'C9', messageId: '1.1' },
    });
    await claim(outbox);
    const plan = [
      task({ place: 'sent', dueAt: 8_000 }),
      task({ place: 'moved', dueAt: 8_000, uselessAt: 9_500 }),
      task({ place: 'new', dueAt: 8_000 }),
    ];
    await outbox.plan('n1', plan, (occasion) => occasion === 'announcement');
    const tasks = await outbox.of('n1');
    expect(tasks.map(({ place, state, dueAt }) => [place, state, dueAt])).toEqual([
      ['sent', 'sent', 1_000],
      ['in-hand', 'waiting', 1_001],
      ['moved', 'waiting', 8_000],
      ['new', 'waiting', 8_000],
      ['other', 'waiting', 9_000],
    ]);
    expect(tasks[2]?.uselessAt).toBe(9_500);
    await outbox.plan('n1', [], any);
    expect((await outbox.of('n1')).map(({ place }) => place)).toEqual(['sent', 'in-hand']);
  });

  test('has what is wanted again and again wait anew, also when it is in hand', async () => {
    const { outbox } = await open();
    const card = task({ occasion: 'card' });
    await outbox.renewTasks('n1', [card]);
    const sent = { state: 'sent', message: { channel: 'C1', messageId: '1.1' } } as const;
    await outbox.finish(await claim(outbox), 'me', sent);
    expect(await outbox.claim('me', 100)).toBeNull();
    await outbox.renewTasks('n1', [card]);
    const inHand = await claim(outbox);
    await outbox.renewTasks('n1', [card]);
    await outbox.finish(inHand, 'me', sent);
    const again = await claim(outbox, 'other');
    await outbox.finish(again, 'other', sent);
    expect((await outbox.of('n1')).map(({ state }) => state)).toEqual(['sent']);
  });

  test('puts many tasks in the place of one, once', async () => {
    const { outbox } = await open();
    await outbox.add('n1', [task({ place: 'participants' })]);
    const { id } = await claim(outbox);
    const people = Array.from({ length: 1_200 }, (_, index) => task({ place: `U${index}` }));
    await outbox.replace(id, 'other', people);
    expect(await outbox.of('n1')).toHaveLength(1);
    await outbox.replace(id, 'me', people);
    await outbox.replace(id, 'me', [task({ place: 'U-late' })]);
    expect(await outbox.of('n1')).toHaveLength(1_200);
  });
});
