import { expect, test } from 'vitest';
import { nameEditions, titleOfEditions } from '../../../src/summaries/changes/name-editions.ts';

const edition = (title: string, date: string | null = null) => ({ title, date });

test('editions are called by their years, of their dates, else of their titles', () => {
  expect(nameEditions(edition('Policy', '2019-04'), edition('Policy', '2024'))).toEqual([
    '2019',
    '2024',
  ]);
  expect(nameEditions(edition('Plan 2023'), edition('Plan 2025 to 2030', '2025-01-01'))).toEqual([
    '2023',
    '2025',
  ]);
});

test('years that are the same, unknown or the wrong way round tell nothing', () => {
  const told = ['Earlier', 'Later'];
  expect(nameEditions(edition('Policy', '2024-01'), edition('Policy', '2024-09'))).toEqual(told);
  expect(nameEditions(edition('Policy'), edition('Policy', '2024'))).toEqual(told);
  expect(nameEditions(edition('Policy', '2025'), edition('Plan 2024'))).toEqual(told);
});

test('a title that differs in its year alone is given once', () => {
  expect(
    titleOfEditions(edition('Discharge (2019)', '2019'), edition('Discharge (2024)', '2024')),
  ).toBe('Discharge: 2019 → 2024');
  expect(titleOfEditions(edition('Discharge'), edition('Discharge, new'))).toBe(
    'Discharge → Discharge, new',
  );
});
