import { expect, test } from 'vitest';
import { givePlaces } from '../../../src/notices/index.ts';
import { tellPlaces } from '../../../src/notices/replies/tell-places.ts';

const replies = ['U1', 'U2', 'U3', 'U4'].map((person, place) => ({
  person,
  place,
  reply: 'going' as const,
}));

function told(before: number | null, after: number | null): string[] {
  const tasks = tellPlaces(givePlaces(replies, before), givePlaces(replies, after), {
    turn: 7,
    now: 9,
  });
  expect(tasks.every(({ dueAt, uselessAt }) => dueAt === 9 && uselessAt === null)).toBe(true);
  return tasks.map(({ occasion, place }) => `${occasion} ${place}`);
}

test('with more places, those who waited are told, in their order', () => {
  expect(told(1, 3)).toEqual(['promotion-7 U2', 'promotion-7 U3']);
  expect(told(3, null)).toEqual(['promotion-7 U4']);
});

test('with fewer places, those who asked last are told that they have to wait', () => {
  expect(told(null, 3)).toEqual(['displacement-7 U4']);
  expect(told(4, 2)).toEqual(['displacement-7 U3', 'displacement-7 U4']);
});

test('nobody is told of what does not concern them', () => {
  expect(told(2, 2)).toEqual([]);
});
