import type { Publication } from '../../src/library/index.ts';

/** A publication with everything set, except what a test wants otherwise. */
export function samplePublication(overrides: Partial<Publication> = {}): Publication {
  return {
    id: 'common-values',
    source: 'common-values.md',
    title: 'Common values',
    authors: ['The partnership'],
    date: '2014-10',
    kind: 'statement',
    audience: 'public',
    link: null,
    status: 'current',
    supersededBy: null,
    embargoedUntil: null,
    language: 'en',
    illustrative: false,
    format: 'markdown',
    pageCount: null,
    pageLabels: null,
    contentHash: 'a'.repeat(64),
    addedAt: 0,
    changedAt: 0,
    retiredAt: null,
    ...overrides,
  };
}
