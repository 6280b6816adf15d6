import { expect, test } from 'vitest';
import { withoutTies } from '../../../src/summaries/extract/without-ties.ts';

test.each([
  [
    'The policy is therefore not justified by fewer readmissions.',
    'The policy is not justified by fewer readmissions.',
  ],
  ['The team has therefore asked for money.', 'The team has asked for money.'],
  ['The board therefore closed the ward.', 'The board closed the ward.'],
  [
    'The guideline also suggests that records be kept.',
    'The guideline suggests that records be kept.',
  ],
  ['The hub may also be used at night.', 'The hub may be used at night.'],
  ['We then compared both groups.', 'We compared both groups.'],
])('%s', (text, expected) => {
  expect(withoutTies(text)).toBe(expected);
});

test.each([
  'It is not only cheaper but also safer.',
  'Waits fell, and costs therefore fell.',
  'Costs fell and therefore money was saved.',
  'The report covers wards and also clinics.',
  'The ward closed early, thus saving money.',
  'The nurse works nights, also at weekends.',
  'Those who therefore wait are called.',
])('stays as it is: %s', (text) => {
  expect(withoutTies(text)).toBe(text);
});
