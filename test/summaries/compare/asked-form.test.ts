import { expect, test } from 'vitest';
import { askedForm } from '../../../src/summaries/compare/asked-form.ts';

test.each([
  ['how many patients', 'The clinic saw 734 older patients.', true],
  ['how many patients', 'Many patients came back within weeks.', false],
  ['how many patients', 'In the next two hours patients are seen.', false],
  ['number of calls', 'The team took 1,140 calls about weight gain.', true],
  ['number of calls', 'A call is answered within 60 seconds.', false],
  ['cost', 'It cost £363 for each person.', true],
  ['cost', 'The cost was not counted.', false],
  ['how much does it save', 'It saves 2 million pounds a year.', true],
  ['when did it start', 'The service opened on 1 May 2020.', true],
  ['when did it start', 'The service opened in spring.', false],
  ['how long does it take', 'The stay was limited to 14 days.', true],
  ['how long does it take', 'It was slow.', false],
  ['effect on readmissions', 'Readmissions fell by a tenth.', true],
  ['effect on readmissions', 'Everyone at risk of readmission is telephoned.', false],
])('%s: %s', (column, text, expected) => {
  expect(askedForm(column)?.(text)).toBe(expected);
});

test('any wording may answer what names no form', () => {
  expect(askedForm('limits')).toBeNull();
  expect(askedForm('who pays')).toBeNull();
});
