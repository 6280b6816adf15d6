import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicationIdOf } from '../../src/library/index.ts';

test('an id is twelve letters and digits that cannot be confused, always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      expect(publicationIdOf(source)).toMatch(/^[a-km-np-z2-9]{12}$/);
      expect(publicationIdOf(source)).toBe(publicationIdOf(source.normalize('NFD')));
    }),
  );
});

test('different sources have different ids', () => {
  const ids = new Set(Array.from({ length: 50_000 }, (_, index) => publicationIdOf(`${index}.md`)));
  expect(ids.size).toBe(50_000);
});

test('ids do not change between versions, since citations and exchanges hold them', () => {
  expect(publicationIdOf('common-values.md')).toBe('gs9jnwz6bx2y');
});
