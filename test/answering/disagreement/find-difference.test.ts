import { describe, expect, test } from 'vitest';
import {
  findDifference,
  type Likeness,
  markedLikeness,
  unmarkedLikeness,
} from '../../../src/answering/disagreement/find-difference.ts';
import { disagreeing, type WrittenPair } from './claim-pairs.ts';
import { compatible } from './compatible-pairs.ts';
import { heldOutCompatible, heldOutDisagreeing } from './held-out-pairs.ts';
import { statementOf } from './statement-of.ts';

/** Those in which a difference is found, both ways round. */
function found(pairs: readonly WrittenPair[], likeness: Likeness): WrittenPair[] {
  return pairs.filter(([one, other]) => {
    const [left, right] = [statementOf(one), statementOf(other)];
    const difference = findDifference(left, right, likeness);
    expect(findDifference(right, left, likeness)).toBe(difference);
    return difference !== null;
  });
}

const differenceOf = (one: string, other: string) =>
  findDifference(statementOf(one), statementOf(other), markedLikeness);

describe('two sources that disagree', () => {
  test('are told mostly, above all where a model has marked them', () => {
    expect(disagreeing.length).toBeGreaterThanOrEqual(40);
    expect(found(disagreeing, markedLikeness).length).toBeGreaterThanOrEqual(38);
    expect(found(disagreeing, unmarkedLikeness).length).toBeGreaterThanOrEqual(36);
    expect(found(heldOutDisagreeing, markedLikeness).length).toBeGreaterThanOrEqual(18);
    expect(found(heldOutDisagreeing, unmarkedLikeness).length).toBeGreaterThanOrEqual(17);
  });

  test.each([
    ['figure', 'Plans last 12 months.', 'Plans last six months.'],
    ['negation', 'Volunteers hold a passport.', 'Volunteers hold no passport.'],
    ['duty', 'Care plans must be reviewed.', 'Review of care plans is optional.'],
    ['direction', 'Waiting times for clinics rose.', 'Waiting times for clinics fell.'],
  ])('may do so by %s', (difference, one, other) => {
    expect(
      findDifference(statementOf(one), statementOf(other), { shared: 1, dice: 0.5, own: 2 }),
    ).toBe(difference);
  });
});

describe('two sources that may both be right', () => {
  test.each(Object.entries(compatible))('do not disagree: %s', (_, pairs) => {
    expect(found(pairs, unmarkedLikeness)).toEqual([]);
    expect(found(pairs, markedLikeness)).toEqual([]);
  });

  test('seldom pass for a disagreement where a model marks them all, and never where it does not', () => {
    expect(found(heldOutCompatible, unmarkedLikeness)).toEqual([]);
    expect(found(heldOutCompatible, markedLikeness).length).toBeLessThanOrEqual(4);
  });

  test('say the same when one quotes what the other claims', () => {
    const longer = { text: 'Plans for frail patients last 12 months.', quote: '' };
    const other = 'Plans for frail patients last six months.';
    const quote = 'Plans for frail patients last 12 months, or six months on request.';
    expect(
      findDifference(statementOf({ ...longer, quote }), statementOf(other), markedLikeness),
    ).toBeNull();
    expect(differenceOf(longer.text, other)).toBe('figure');
  });

  test.each([
    ['Eleven studies met the inclusion criteria.', 'Fifteen studies met the inclusion criteria.'],
    ['| Taken to hospital | 47% |', '| Taken to hospital | 58% |'],
    ['The budget is £65 million.', 'The budget is £64.9 million.'],
    ['The wait is at least 14 days.', 'The wait is 21 days.'],
  ])('as in %s', (one, other) => {
    expect(differenceOf(one, other)).toBeNull();
  });
});
