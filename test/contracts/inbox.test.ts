import { describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from './databases.ts';
import { claimAll, event, openInbox } from './inbox-harness.ts';

describeOnEachDatabase('inbox', (openDatabase) => {
  const open = () => openInbox(openDatabase);

  describe('storing', () => {
    test('an event is stored once, however often it arrives', async () => {
      const { inbox } = await open();
      expect(await inbox.add(event('1'))).toBe(true);
      expect(await inbox.add({ ...event('1'), body: 'another' })).toBe(false);
      expect(await inbox.countOpen()).toBe(1);
      expect(await inbox.claim('a', 100)).toMatchObject({
        ...event('1'),
        attempts: 1,
        failures: 0,
      });
    });

    test('an event stays known after it is finished', async () => {
      const { inbox } = await open();
      await inbox.add(event('1'));
      await inbox.claim('a', 100);
      await inbox.finish('1', 'a');
      expect(await inbox.add(event('1'))).toBe(false);
      expect(await inbox.claim('a', 100)).toBeNull();
      expect(await inbox.countOpen()).toBe(0);
    });

    test('finished events are forgotten after a time, open ones never', async () => {
      const { inbox, clock } = await open();
      await inbox.add(event('1'));
      await inbox.add(event('2', 'C2:1'));
      await inbox.claim('a', 100);
      await inbox.finish('1', 'a');
      expect(await inbox.forgetFinished(clock.at)).toBe(0);
      clock.at += 10;
      expect(await inbox.forgetFinished(clock.at)).toBe(1);
      expect(await inbox.add(event('1'))).toBe(true);
      expect(await inbox.countOpen()).toBe(2);
    });
  });

  describe('claiming', () => {
    test('takes conversations side by side, and each in its order', async () => {
      const { inbox } = await open();
      // Position decides, not the order of arrival.
      for (const position of ['3', '1', '2']) await inbox.add(event(position));
      await inbox.add(event('9', 'C2:1'));
      expect((await claimAll(inbox)).sort()).toEqual(['1', '9']);
      await inbox.finish('1', 'a');
      expect(await claimAll(inbox)).toEqual(['2']);
      await inbox.finish('2', 'a');
      expect(await claimAll(inbox)).toEqual(['3']);
    });

    test('an earlier event that arrives late waits for the one in hand', async () => {
      const { inbox } = await open();
      await inbox.add(event('2'));
      expect(await claimAll(inbox)).toEqual(['2']);
      await inbox.add(event('1'));
      expect(await claimAll(inbox)).toEqual([]);
      await inbox.finish('2', 'a');
      expect(await claimAll(inbox)).toEqual(['1']);
    });

    test('an event that is put back holds up its conversation until it is due', async () => {
      const { inbox, clock } = await open();
      await inbox.add(event('1'));
      await inbox.add(event('2'));
      await inbox.claim('a', 100);
      await inbox.putBack('1', 'a', { availableAt: clock.at + 500, reason: 'code', counts: true });
      expect(await claimAll(inbox)).toEqual([]);
      expect(await inbox.nextDue()).toBe(clock.at + 500);
      clock.at += 500;
      expect(await inbox.claim('a', 100)).toMatchObject({ eventId: '1', attempts: 2, failures: 1 });
    });

    test('an outage counts neither as a failure nor as an attempt', async () => {
      const { inbox, clock } = await open();
      await inbox.add(event('1'));
      await inbox.claim('a', 100);
      await inbox.putBack('1', 'a', { availableAt: clock.at, reason: 'code', counts: false });
      expect(await inbox.claim('a', 100)).toMatchObject({ attempts: 1, failures: 0 });
    });

    test('side by side, no event is claimed twice and no conversation has two in hand', async ({
      skip,
    }) => {
      const { inbox, dialect } = await open();
      skip(dialect === 'postgres', 'PGlite mixes up requests of several connections');
      for (let number = 0; number < 24; number += 1) {
        await inbox.add(event(String(number).padStart(2, '0'), `C${number % 6}:1`));
      }
      const owners = ['a', 'b', 'c', 'd'];
      const finished: string[] = [];
      const inHand = new Set<string>();
      async function work(owner: string): Promise<void> {
        while (finished.length < 24) {
          const claimed = await inbox.claim(owner, 60_000);
          if (claimed === null) {
            await new Promise((resolve) => setTimeout(resolve, 1));
            continue;
          }
          expect(inHand.has(claimed.conversation)).toBe(false);
          inHand.add(claimed.conversation);
          await new Promise((resolve) => setTimeout(resolve, 1));
          inHand.delete(claimed.conversation);
          finished.push(claimed.eventId);
          await inbox.finish(claimed.eventId, owner);
        }
      }
      await Promise.all(owners.map(work));
      expect([...finished].sort()).toEqual([...new Set(finished)].sort());
      for (let conversation = 0; conversation < 6; conversation += 1) {
        const own = finished.filter((id) => Number(id) % 6 === conversation);
        expect(own).toEqual([...own].sort());
      }
    });
  });

  describe('leases', () => {
    test('that run out are taken over, and the former owner changes nothing any more', async () => {
      const { inbox, clock } = await open();
      await inbox.add(event('1'));
      await inbox.claim('a', 100);
      expect(await inbox.nextDue()).toBe(clock.at + 100);
      clock.at += 100;
      expect(await inbox.claim('b', 100)).toMatchObject({ eventId: '1', attempts: 2 });
      await inbox.finish('1', 'a');
      await inbox.giveUp('1', 'a', 'late');
      await inbox.putBack('1', 'a', { availableAt: 0, reason: 'late', counts: true });
      expect(await inbox.countOpen()).toBe(1);
      expect(await claimAll(inbox, 'c')).toEqual([]);
      await inbox.finish('1', 'b');
      expect(await inbox.countOpen()).toBe(0);
    });

    test('that run out leave a conversation in its order', async () => {
      const { inbox, clock } = await open();
      await inbox.add(event('2'));
      await inbox.add(event('3'));
      expect(await claimAll(inbox)).toEqual(['2']);
      await inbox.add(event('1'));
      clock.at += 100;
      // The one that came late goes first now, and then the one that was in hand, before the third.
      for (const id of ['1', '2', '3']) {
        expect(await claimAll(inbox, 'b')).toEqual([id]);
        await inbox.finish(id, 'b');
      }
    });

    test('that are renewed hold on', async () => {
      const { inbox, clock } = await open();
      await inbox.add(event('1'));
      await inbox.claim('a', 100);
      clock.at += 90;
      await inbox.renew('a', 100);
      clock.at += 90;
      expect(await inbox.claim('b', 100)).toBeNull();
      clock.at += 10;
      expect(await inbox.claim('b', 100)).toMatchObject({ eventId: '1' });
    });

    test('that are released leave the event as if it had not been taken up', async () => {
      const { inbox } = await open();
      await inbox.add(event('1'));
      await inbox.add(event('2', 'C2:1'));
      await inbox.claim('a', 100);
      await inbox.claim('b', 100);
      await inbox.release('a');
      expect(await inbox.claim('c', 100)).toMatchObject({ eventId: '1', attempts: 1, failures: 0 });
      expect(await inbox.claim('c', 100)).toBeNull();
    });
  });

  test('an event that is given up makes way for the next and stays known', async () => {
    const { inbox } = await open();
    await inbox.add(event('1'));
    await inbox.add(event('2'));
    await inbox.claim('a', 100);
    await inbox.giveUp('1', 'a', 'code');
    expect(await inbox.add(event('1'))).toBe(false);
    expect(await claimAll(inbox)).toEqual(['2']);
  });

  test('knows which conversations are owed an answer, and when the next is due', async () => {
    const { inbox, clock } = await open();
    expect(await inbox.nextDue()).toBeNull();
    await inbox.add(event('1'));
    expect(await inbox.nextDue()).toBe(clock.at);
    expect(await inbox.hasOpen('C1:1')).toBe(true);
    expect(await inbox.hasOpen('C2:1')).toBe(false);
    await inbox.claim('a', 100);
    expect(await inbox.hasOpen('C1:1')).toBe(true);
    await inbox.finish('1', 'a');
    expect(await inbox.hasOpen('C1:1')).toBe(false);
    expect(await inbox.nextDue()).toBeNull();
  });
});
