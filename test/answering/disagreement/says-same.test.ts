import { describe, expect, test } from 'vitest';
import { readStatement } from '../../../src/answering/disagreement/read-statement.ts';
import { saysSame } from '../../../src/answering/disagreement/says-same.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

function areSame(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text, index) =>
    readStatement({ text, quotes: [] }, [samplePublication({ id: `p${index}` })]),
  );
  if (one === undefined || other === undefined) throw new Error('two were given');
  const oneWay = saysSame(one, other);
  expect(saysSame(other, one)).toBe(oneWay);
  return oneWay;
}

describe('statements that say the same', () => {
  test.each([
    [
      'Every patient has one named discharge coordinator from admission.',
      'From admission, each patient has one named coordinator of discharge.',
    ],
    [
      'Emergency admissions for heart failure fell by 28% in Northmere.',
      'In Northmere, emergency heart failure admissions fell by 28%.',
    ],
  ])('%s %s', (one, other) => expect(areSame(one, other)).toBe(true));
});

describe('statements that do not', () => {
  test.each([
    // Another figure, direction, duty, denial, group of people, and another subject.
    [
      'Emergency admissions for heart failure fell by 28% in Northmere.',
      'Emergency admissions for heart failure fell by 9% in Northmere.',
    ],
    [
      'Emergency admissions for heart failure fell in Northmere.',
      'Emergency admissions for heart failure rose in Northmere.',
    ],
    [
      'The ward must send the discharge summary to the practice.',
      'The ward may send the discharge summary to the practice.',
    ],
    [
      'The ward sends the discharge summary to the community pharmacy.',
      'The ward does not send the discharge summary to the community pharmacy.',
    ],
    [
      'Children wait four weeks for the community eye clinic appointment.',
      'Adults wait four weeks for the community eye clinic appointment.',
    ],
    ['The ward sends the summary.', 'The practice reads the letter.'],
  ])('%s %s', (one, other) => expect(areSame(one, other)).toBe(false));
});
