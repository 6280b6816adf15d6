import { expect, test } from 'vitest';
import { readDate } from '../../../src/notices/index.ts';

/** A Tuesday. */
const from = '2026-11-24';

test.each([
  ['29 December', '2026-12-29'],
  ['3 March', '2027-03-03'],
  ['on the 3rd of March 2028', '2028-03-03'],
  ['03/04/2027', '2027-04-03'],
  ['2026-12-29', '2026-12-29'],
  ['Tuesday 29 December 2026', '2026-12-29'],
  ['Friday', '2026-11-27'],
])('“%s” is a date', (typed, date) => {
  expect(readDate(typed, from)).toEqual({ date });
});

test.each([
  '',
  'sometime',
  'June 2027',
  '29 December or 5 January',
  '1 to 5 May',
  'the end of it all',
])('“%s” is none, and it is said how to write one', (typed) => {
  expect(readDate(typed, from)).toEqual({
    problem: expect.stringContaining('Write for example “29 December 2026”.'),
  });
});
