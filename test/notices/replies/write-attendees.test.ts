import { expect, test } from 'vitest';
import { writeAttendees } from '../../../src/notices/index.ts';

test('the table names those with a place first, and no cell is taken for a formula', () => {
  const names = new Map([
    ['U1', 'Okafor, "George"'],
    ['U2', '=HYPERLINK("https://example.org")'],
  ]);
  const table = writeAttendees(
    { going: ['U1'], waiting: ['U2', 'U3'], maybe: ['U4'], cannot: ['U5'], left: 0 },
    (person) => names.get(person) ?? person,
  );
  expect(table.split('\r\n')).toEqual([
    'Name,Slack id,Reply',
    '"Okafor, ""George""",U1,going',
    `"'=HYPERLINK(""https://example.org"")",U2,waiting (1)`,
    'U3,U3,waiting (2)',
    'U4,U4,maybe',
    'U5,U5,cannot come',
    '',
  ]);
});
