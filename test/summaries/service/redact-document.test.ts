import { expect, test } from 'vitest';
import { redactDocument } from '../../../src/summaries/service/redact-document.ts';

test('pages begin where they did, whatever is taken out before', () => {
  const text = 'Write to jo@example.org or to sam@example.org about the second page.';
  const second = text.indexOf('about');
  const { document, found } = redactDocument({
    format: 'pdf',
    blocks: [
      {
        kind: 'paragraph',
        text,
        pages: [
          { page: 1, offset: 0 },
          { page: 2, offset: second },
        ],
      },
      { kind: 'paragraph', text: 'Nothing to hide.', pages: [] },
    ],
    pageCount: 2,
    pageLabels: null,
    properties: {},
    warnings: [],
  });
  expect(found).toEqual(['email address']);
  const [first, other] = document.blocks;
  expect(first?.text).toBe('Write to [email address] or to [email address] about the second page.');
  expect(first?.pages).toEqual([
    { page: 1, offset: 0 },
    { page: 2, offset: first?.text.indexOf('about') },
  ]);
  expect(other).toEqual({ kind: 'paragraph', text: 'Nothing to hide.', pages: [] });
});
