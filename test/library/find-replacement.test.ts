import { describe, expect, test } from 'vitest';
import { findReplacement } from '../../src/library/index.ts';

const candidates = [
  { id: 'old', source: 'policies/2019.md', title: 'Discharge policy 2019', link: null },
  {
    id: 'new',
    source: 'policies/2024.md',
    title: 'Discharge  policy: 2024 edition',
    link: 'https://example.org/2024',
  },
  // A title that is another publication's id must not win over the id.
  { id: 'other', source: 'other.md', title: 'new', link: null },
];

describe('findReplacement', () => {
  test.each([
    ['its source', 'policies/2024.md'],
    ['the end of its source', '2024.md'],
    ['its link', 'https://example.org/2024'],
    ['its id', 'new'],
    ['its title, however it is spaced and capitalised', 'DISCHARGE POLICY: 2024 Edition '],
  ])('finds a publication by %s', (_, named) => {
    expect(findReplacement(named, candidates)?.id).toBe('new');
  });

  test.each(['Discharge policy', '024.md', '', 'https://example.org/'])(
    'does not guess from %j',
    (named) => {
      expect(findReplacement(named, candidates)).toBeUndefined();
    },
  );
});
