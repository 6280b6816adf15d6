import { describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from './databases.ts';
import { claimAll, event, openInbox } from './inbox-harness.ts';

describeOnEachDatabase('stopping in an inbox', (openDatabase) => {
  const open = () => openInbox(openDatabase);

  describe('requests to stop', () => {
    test('reach what is open in a conversation, in hand or not, and nothing else', async () => {
      const { inbox } = await open();
      for (const id of ['1', '2']) await inbox.add(event(id));
      await inbox.add(event('9', 'C2:1'));
      expect(await claimAll(inbox)).toEqual(['1', '9']);
      expect(await inbox.stopRequests('a')).toEqual([]);
      expect(await inbox.requestStop('C1:1')).toBe(2);
      expect(await inbox.stopRequests('a')).toEqual(['1']);
      expect(await inbox.stopRequests('b')).toEqual([]);
      await inbox.finish('1', 'a');
      expect(await inbox.stopRequests('a')).toEqual([]);
      expect(await inbox.claim('b', 100)).toMatchObject({ eventId: '2', stopRequested: true });
      expect(await inbox.requestStop('C1:1')).toBe(1);
      await inbox.finish('2', 'b');
      expect(await inbox.requestStop('C1:1')).toBe(0);
    });

    test('do not concern what comes later, and outlast an error', async () => {
      const { inbox, clock } = await open();
      await inbox.add(event('1'));
      await inbox.requestStop('C1:1');
      await inbox.add(event('2'));
      expect(await inbox.claim('a', 100)).toMatchObject({ eventId: '1', stopRequested: true });
      await inbox.putBack('1', 'a', { availableAt: clock.at, reason: 'code', counts: true });
      expect(await inbox.claim('b', 100)).toMatchObject({ eventId: '1', stopRequested: true });
      await inbox.finish('1', 'b');
      expect(await inbox.claim('a', 100)).toMatchObject({ eventId: '2', stopRequested: false });
    });
  });

  test('an event is withdrawn as long as nobody has taken it up, else stopped, and stays known', async () => {
    const { inbox, clock } = await open();
    await inbox.add(event('1'));
    await inbox.add({ ...event('1 again'), position: '1' });
    await inbox.add(event('2'));
    await inbox.add(event('1 elsewhere', 'C2:1', '1'));
    expect(await inbox.withdraw('C1:1', '3')).toBe(false);
    expect(await inbox.withdraw('C1:1', '1')).toBe(true);
    expect(await inbox.withdraw('C1:1', '1')).toBe(false);
    expect(await inbox.add(event('1'))).toBe(false);
    expect((await claimAll(inbox)).sort()).toEqual(['1 elsewhere', '2']);
    expect(await inbox.stopRequests('a')).toEqual([]);
    expect(await inbox.withdraw('C1:1', '2')).toBe(false);
    expect(await inbox.stopRequests('a')).toEqual(['2']);
    clock.at += 1;
    expect(await inbox.forgetFinished(clock.at)).toBe(2);
  });
});
