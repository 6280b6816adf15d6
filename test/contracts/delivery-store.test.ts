import { expect, test } from 'vitest';
import type { DeliveryStore, NewDelivery } from '../../src/messaging/index.ts';
import { createDeliveryStore } from '../../src/storage/delivery-store.ts';
import { describeOnEachDatabase } from './databases.ts';

describeOnEachDatabase('delivery store', (openDatabase) => {
  async function open(): Promise<{ store: DeliveryStore; clock: { now(): number; at: number } }> {
    const clock = { at: 1_000_000, now: () => clock.at };
    return { store: createDeliveryStore(await openDatabase(), clock), clock };
  }

  const delivery: NewDelivery = {
    subject: 'message:C1:1.1',
    occasion: 'reply',
    channel: 'C1',
    thread: '1.1',
    answers: '1.1',
    content: { text: 'Ünïcode', blocks: [{ type: 'section' }] },
  };

  test('keeps the first delivery of a subject, occasion and channel', async () => {
    const { store, clock } = await open();
    const first = await store.prepare(delivery);
    expect(first).toMatchObject({ state: 'pending', createdAt: clock.at, messageId: null });
    expect(first.content).toEqual(delivery.content);
    clock.at += 5;
    const again = await store.prepare({ ...delivery, content: { text: 'other', blocks: [] } });
    expect(again).toEqual(first);
    const ids = new Set([first.id]);
    for (const change of [{ subject: 'other' }, { occasion: 'apology' }, { channel: 'C2' }]) {
      ids.add((await store.prepare({ ...delivery, ...change })).id);
    }
    expect(ids.size).toBe(4);
  });

  test('of many who prepare the same, all get the same', async () => {
    const { store } = await open();
    const prepared = await Promise.all(Array.from({ length: 8 }, () => store.prepare(delivery)));
    expect(new Set(prepared.map(({ id }) => id)).size).toBe(1);
  });

  test('gives the right to send to one, and after its lease to another, who is warned', async () => {
    const { store, clock } = await open();
    const { id } = await store.prepare(delivery);
    const turns = await Promise.all(Array.from({ length: 5 }, () => store.begin(id, 100)));
    expect(turns.map(({ turn }) => turn).sort()).toEqual([
      'first',
      'not-now',
      'not-now',
      'not-now',
      'not-now',
    ]);
    expect(turns[1]?.delivery).toMatchObject({ state: 'sending', leaseUntil: clock.at + 100 });
    clock.at += 99;
    await store.extend(id, 100);
    clock.at += 99;
    expect((await store.begin(id, 100)).turn).toBe('not-now');
    clock.at += 1;
    expect((await store.begin(id, 100)).turn).toBe('after-interruption');
    expect((await store.begin(id, 100)).turn).toBe('not-now');
  });

  test('tells a try that posted nothing from one that broke off', async () => {
    const { store } = await open();
    const { id } = await store.prepare(delivery);
    await store.begin(id, 100);
    await store.putBack(id, 'code');
    expect((await store.begin(id, 100)).turn).toBe('first');
    await store.interrupt(id, 'code');
    expect((await store.begin(id, 100)).turn).toBe('after-interruption');
  });

  test('what is sent stays sent', async () => {
    const { store, clock } = await open();
    const { id } = await store.prepare(delivery);
    await store.begin(id, 100);
    await store.markSent(id, '2.2');
    await store.putBack(id, 'late');
    await store.interrupt(id, 'late');
    await store.markFailed(id, 'late');
    clock.at += 1_000;
    expect(await store.begin(id, 100)).toMatchObject({
      turn: 'not-now',
      delivery: { state: 'sent', messageId: '2.2' },
    });
    expect(await store.prepare(delivery)).toMatchObject({ state: 'sent', messageId: '2.2' });
  });

  test('learns later what a delivery says, and forgets it once it is sent', async () => {
    const { store } = await open();
    const { id, content } = await store.prepare({ ...delivery, content: null });
    expect(content).toBeNull();
    await store.complete(id, delivery.content);
    expect((await store.begin(id, 100)).delivery.content).toEqual(delivery.content);
    await store.markSent(id, '2.2');
    await store.complete(id, delivery.content);
    expect((await store.prepare(delivery)).content).toBeNull();
  });

  test('remembers a message that was begun, until nothing is known to have been posted', async () => {
    const { store } = await open();
    const { id } = await store.prepare({ ...delivery, content: null });
    await store.noteMessage(id, '2.1');
    expect((await store.begin(id, 100)).delivery.messageId).toBeNull();
    await store.noteMessage(id, '2.2');
    await store.interrupt(id, 'code');
    expect(await store.begin(id, 100)).toMatchObject({
      turn: 'after-interruption',
      delivery: { messageId: '2.2' },
    });
    await store.putBack(id, 'code');
    expect((await store.prepare(delivery)).messageId).toBeNull();
  });

  test('lists what was prepared and what was sent about a subject in a channel', async () => {
    const { store, clock } = await open();
    const { subject, channel } = delivery;
    const ids: string[] = [];
    for (const occasion of ['reply', 'reply-2', 'apology']) {
      ids.push((await store.prepare({ ...delivery, occasion })).id);
      clock.at += 1;
    }
    await store.prepare({ ...delivery, channel: 'C2' });
    await store.prepare({ ...delivery, subject: 'another' });
    expect((await store.about(subject, channel)).map(({ id }) => id)).toEqual(ids);
    const [reply = '', second = ''] = ids;
    for (const id of [second, reply]) {
      await store.begin(id, 100);
      await store.markSent(id, `sent ${ids.indexOf(id)}`);
    }
    expect(await store.sentAbout(subject, channel)).toEqual([
      { occasion: 'reply', messageId: 'sent 0' },
      { occasion: 'reply-2', messageId: 'sent 1' },
    ]);
    await store.forget(reply);
    expect(await store.sentAbout(subject, channel)).toEqual([
      { occasion: 'reply-2', messageId: 'sent 1' },
    ]);
    expect((await store.prepare(delivery)).state).toBe('pending');
  });

  test('what failed is not begun again', async () => {
    const { store, clock } = await open();
    const { id } = await store.prepare(delivery);
    await store.begin(id, 100);
    await store.markFailed(id, 'is_archived');
    clock.at += 1_000;
    expect(await store.begin(id, 100)).toMatchObject({
      turn: 'not-now',
      delivery: { state: 'failed' },
    });
  });

  test('knows where it wrote and what is complete', async () => {
    const { store } = await open();
    const { id } = await store.prepare(delivery);
    await store.begin(id, 100);
    expect(await store.wroteInThread('C1', '1.1')).toBe(false);
    expect(await store.isComplete('message:C1:1.1', 'C1')).toBe(false);
    await store.markSent(id, '2.2');
    expect(await store.wroteInThread('C1', '1.1')).toBe(true);
    expect(await store.wroteInThread('C1', '2.2')).toBe(false);
    expect(await store.wroteInThread('C2', '1.1')).toBe(false);
    expect(await store.isComplete('message:C1:1.1', 'C1')).toBe(true);
    expect(await store.isComplete('message:C1:1.1', 'C2')).toBe(false);
    await store.prepare({ ...delivery, occasion: 'reply-2' });
    expect(await store.isComplete('message:C1:1.1', 'C1')).toBe(false);
  });
});
