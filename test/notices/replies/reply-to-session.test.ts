import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  displacedSince,
  givePlaces,
  type KeptReply,
  promotedSince,
  sessionReplies,
} from '../../../src/notices/replies/reply-to-session.ts';

const going = (...people: string[]): KeptReply[] =>
  people.map((person, index) => ({ person, reply: 'going', place: index + 1 }));

describe('places in a session', () => {
  test('go to those who asked first', () => {
    expect(givePlaces(going('A', 'B', 'C').reverse(), 2)).toEqual({
      going: ['A', 'B'],
      waiting: ['C'],
      maybe: [],
      cannot: [],
      left: 0,
    });
  });

  test('are without end where there is no limit', () => {
    expect(givePlaces(going('A', 'B', 'C'), null)).toMatchObject({ waiting: [], left: null });
  });

  test('that become free go to whoever waits', () => {
    const before = givePlaces(going('A', 'B', 'C', 'D'), 2);
    const [a, ...others] = going('A', 'B', 'C', 'D');
    const now = givePlaces([...(a ? [{ ...a, reply: 'cannot' as const }] : []), ...others], 2);
    expect(promotedSince(before, now)).toEqual(['C']);
    expect(now.waiting).toEqual(['D']);
  });

  test('that are taken away leave the last to wait', () => {
    const before = givePlaces(going('A', 'B', 'C'), 3);
    const now = givePlaces(going('A', 'B', 'C'), 1);
    expect(displacedSince(before, now)).toEqual(['B', 'C']);
    expect(promotedSince(now, before)).toEqual(['B', 'C']);
  });
});

const replies = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 25 })
  .chain((places) =>
    fc.tuple(
      ...places.map((place) =>
        fc.constantFrom(...sessionReplies).map((reply) => ({ person: `U${place}`, reply, place })),
      ),
    ),
  );
const capacities = fc.option(fc.integer({ min: 0, max: 12 }));

test('nobody is lost, no place is given twice, and nobody waits while a place is free', () => {
  fc.assert(
    fc.property(replies, capacities, (all, capacity) => {
      const places = givePlaces(all, capacity);
      const people = [...places.going, ...places.waiting, ...places.maybe, ...places.cannot];
      expect(people.toSorted()).toEqual(all.map(({ person }) => person).toSorted());
      expect(places.going.length).toBeLessThanOrEqual(capacity ?? Number.POSITIVE_INFINITY);
      if (places.waiting.length > 0) expect(places.left).toBe(0);
      if (places.left !== null) {
        expect(places.left + places.going.length).toBe(
          Math.max(capacity ?? 0, places.going.length),
        );
      }
    }),
  );
});
