import { expect, test } from 'vitest';
import { createAnalyser } from '../../../src/retrieval/index.ts';
import { sharedWords } from '../../../src/summaries/compare/shared-words.ts';

const analyser = createAnalyser();
const shared = (text: string, other: string): string =>
  sharedWords(text, new Set(analyser.terms(other)));

test('words that stand together stay together, and names keep their capitals', () => {
  expect(
    shared(
      'Emergency admissions for heart failure fell in the NHS by 28%.',
      'In the NHS heart failure admissions rose; emergency care did not.',
    ),
  ).toBe('emergency admissions, heart failure, NHS');
});

test('each is named once, and words that only say when are not', () => {
  expect(
    shared('Patients ask patients unless a nurse asks.', 'Patients ask unless nurses ask.'),
  ).toBe('patients, nurse');
});

test('nothing in common is nothing', () => {
  expect(shared('The ward writes.', 'A car drives.')).toBe('');
});
