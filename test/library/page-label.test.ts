import { expect, test } from 'vitest';
import { pageNameOf } from '../../src/library/index.ts';

test.each(['12', '3-12', 'iv', 'XII', 'A4', 'B-2'])(
  '%s is what is printed on the page',
  (label) => {
    expect(pageNameOf({ pageLabels: ['1', label] }, 2)).toBe(label);
  },
);

test.each(['', 'fci', 'Cover', 'Title page', '*', '<!channel>'])(
  'a page labelled “%s” is called by its number in the file',
  (label) => {
    expect(pageNameOf({ pageLabels: ['1', label] }, 2)).toBe('2');
  },
);

test('without labels, or with too few, pages have their numbers in the file', () => {
  expect(pageNameOf({ pageLabels: null }, 3)).toBe('3');
  expect(pageNameOf({ pageLabels: ['i'] }, 3)).toBe('3');
});
