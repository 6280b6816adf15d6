import { expect, test } from 'vitest';
import type { FittedStatement } from '../../../src/summaries/extract/choose-statements.ts';
import { plainestOf } from '../../../src/summaries/extract/plain-words.ts';

const fittedOf = (texts: readonly string[]): FittedStatement[] =>
  texts.map((text) => ({ statement: { text } }) as unknown as FittedStatement);
const textsOf = (fitted: readonly FittedStatement[]): string[] =>
  fitted.map(({ statement }) => statement.text);
const plain = Array.from({ length: 12 }, (_, number) => `Waits in ward ${number + 1} fell.`);

test('what is abbreviated without explanation or in clinical notation is not for the public', () => {
  const odd = [
    'The LSOA of each patient was used.',
    'CAMHS and AMHS differ.',
    'HbA1c above 75 mmol/mol is high.',
    'The eGFR was below 30.',
    'Admissions fell (95% CI 2 to 9).',
  ];
  expect(textsOf(plainestOf(fittedOf([...odd, ...plain])))).toEqual(plain);
});

test('where little else is said, one abbreviation is better than nothing, and anything than silence', () => {
  const one = 'The LSOA of each patient was used.';
  const two = 'CAMHS and AMHS differ.';
  expect(textsOf(plainestOf(fittedOf([two, one, ...plain.slice(1)])))).toEqual([
    one,
    ...plain.slice(1),
  ]);
  expect(textsOf(plainestOf(fittedOf([two, one])))).toEqual([two, one]);
});
