import { expect, test } from 'vitest';
import type { CardsThere } from '../../../../src/slack/notices/composing/cards-there.ts';
import { findOutsidersAmong } from '../../../../src/slack/notices/composing/outsiders-found.ts';
import type { Reach } from '../../../../src/slack/notices/composing/reach.ts';
import { sampleSession } from '../../../notices/sample-notice.ts';

const guest = (channel: string | null, person = 'U9') => ({ person, channel });

function found(reach: Partial<Reach>, cards: Partial<CardsThere> = {}) {
  return findOutsidersAmong({
    notice: sampleSession(),
    reach: {
      ...{ people: 3, isComplete: true, notIn: [], archived: [], outsiders: [], shared: [] },
      ...reach,
    },
    cards: { places: ['C1', 'U7'], tried: ['C1', 'C3', 'U7'], isNew: ['text'], ...cards },
  });
}

test('who has a card is told apart from who would get one', () => {
  const outsiders = [guest('C1'), guest('C2'), guest(null, 'U7'), guest(null, 'U8')];
  expect(found({ outsiders })).toMatchObject({
    forbidden: [guest('C2'), guest(null, 'U8')],
    atCards: [guest('C1'), guest(null, 'U7')],
  });
});

test('who kept it out of a channel is in the way of no change', () => {
  const kept = found({ outsiders: [guest('C3')] });
  expect(kept).toEqual({ forbidden: [], atCards: [], question: null });
});

test('it is asked what they are to see only where something is new and somebody is there', () => {
  const there = { outsiders: [guest('C1')] };
  expect(found(there).question).not.toBeNull();
  expect(found(there, { isNew: [] }).question).toBeNull();
  expect(found({}).question).toBeNull();
  expect(found({ isComplete: false }).question).not.toBeNull();
  expect(found({ isComplete: false }, { places: [] }).question).toBeNull();
});

test('another question is asked when others are there, the same in whatever order they are found', () => {
  const one = guest('C1');
  const other = guest('C1', 'U8');
  const asked = (...outsiders: Reach['outsiders']) => found({ outsiders }).question;
  expect(asked(one, other)).toBe(asked(other, one));
  expect(asked(one, other)).not.toBe(asked(one));
  expect(found({ outsiders: [one], isComplete: false }).question).not.toBe(asked(one));
});
