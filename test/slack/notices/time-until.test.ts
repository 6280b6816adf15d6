import { expect, test } from 'vitest';
import { timeUntil } from '../../../src/slack/notices/time-until.ts';

const minutes = 60_000;
const hours = 60 * minutes;

test.each([
  [-5 * minutes, 'now'],
  [20_000, 'now'],
  [minutes, 'in a minute'],
  [20 * minutes + 900, 'in 20 minutes'],
  [54 * minutes, 'in 54 minutes'],
  [55 * minutes, 'in an hour'],
  [89 * minutes, 'in an hour'],
  [5 * hours, 'in 5 hours'],
  [23 * hours, 'in a day'],
  [25 * hours, 'in a day'],
  [47 * hours, 'in 2 days'],
  [7 * 24 * hours + hours, 'in a week'],
  [20 * 24 * hours, 'in 20 days'],
])('%i ms are said as “%s”', (wait, said) => {
  expect(timeUntil(wait)).toBe(said);
});
