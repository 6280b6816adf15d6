import { expect, test } from 'vitest';
import { recordNote } from '../../src/summaries/record-note.ts';

const known = { authors: ['A. Author', 'B. Writer'], date: '2024-05-01' };

test('what the library knows of a publication is said to be from its record', () => {
  expect(recordNote({ id: 'clinics', ...known })).toEqual([
    'According to the library’s record, it is by A. Author and B. Writer and dated 1 May 2024.',
  ]);
});

test('a file that is not in the library has properties, and no record', () => {
  expect(recordNote({ id: 'file:0123', authors: [], date: '2024' })).toEqual([
    'According to the properties of the file, it is dated 2024.',
  ]);
});

test('what nobody knows is not said', () => {
  expect(recordNote({ id: 'clinics', authors: [], date: null })).toEqual([]);
});
