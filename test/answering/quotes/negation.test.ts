import { expect, test } from 'vitest';
import { negationAgrees } from '../../../src/answering/quotes/negation.ts';

test.each([
  ['Fax is no longer used.', 'Fax is no longer used for summaries.', true],
  ['The plan reduces admissions.', 'The plan does not reduce admissions.', false],
  ['The plan does not reduce admissions.', 'The plan reduces admissions.', false],
  ['Patients decide.', 'Patients decide; the board does not.', true],
  ['It is not effective.', 'It is not at all effective.', true],
  ['Fax stopped being used.', 'Fax is no longer used.', true],
  ['Fax has not stopped being used.', 'Fax is no longer used.', false],
  [
    'Only with a plan are patients discharged.',
    'Patients must not be discharged without a plan.',
    true,
  ],
  [
    'Patients are discharged without a plan.',
    'Patients must not be discharged without a plan.',
    false,
  ],
  [
    'Patients must be discharged with no plan.',
    'Patients must not be discharged without a plan.',
    false,
  ],
  ['Unless asked, nobody is moved.', 'Nobody is moved except when asked.', true],
  ['Nobody is ever moved.', 'Nobody is moved unless asked.', false],
  ['It is common.', 'It is not uncommon.', true],
  ['It is unlikely to grow.', 'It is not likely to grow.', true],
  ['It is likely to grow.', 'It is unlikely to grow.', false],
  ['Patients wait at most 18 weeks.', 'No patient waits more than 18 weeks.', true],
  ['Nurses and GPs can see it.', 'Not only nurses but also GPs can see it.', true],
  ['The GP follows up, not the ward.', 'The ward follows up, not the GP.', false],
  [
    'It is open on Sundays but not on Saturdays.',
    'It is open on Saturdays but not on Sundays.',
    false,
  ],
  [
    'A letter that lacks a date is sent back.',
    'Letters are sent back when the date is missing.',
    true,
  ],
  ['It saved money.', 'It could not be shown that it saved money.', false],
  ['Local freedom without undue constraint.', 'They should not be constrained unduly.', true],
])('%s / %s', (claim, quote, expected) => {
  expect(negationAgrees(claim, [quote])).toBe(expected);
});
