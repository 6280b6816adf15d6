import { expect, test } from 'vitest';
import { negationAgrees } from '../../../src/answering/quotes/negation.ts';

test.each([
  ['Fax is no longer used.', 'Fax is no longer used for summaries.', true],
  ['The plan reduces admissions.', 'The plan does not reduce admissions.', false],
  ['The plan does not reduce admissions.', 'The plan reduces admissions.', false],
  ['Patients decide.', 'Patients decide; the board does not.', true],
  ['It is not effective.', 'It is not at all effective.', true],
  ['Local freedom without undue constraint.', 'They should not be constrained unduly.', true],
])('%s / %s', (claim, quote, expected) => {
  expect(negationAgrees(claim, [quote])).toBe(expected);
});
