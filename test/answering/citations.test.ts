import { describe, expect, test } from 'vitest';
import { createCitations } from '../../src/answering/citations.ts';
import type { Quote } from '../../src/answering/index.ts';
import { samplePublication } from '../fakes/sample-publication.ts';

const publications = ['one', 'two'].map((id) => samplePublication({ id }));
const quote = (publicationId: string, pageStart: number | null, pageEnd = pageStart): Quote => ({
  publicationId,
  passageId: 1,
  text: 'text',
  ranges: [{ start: 0, end: 4 }],
  pageStart,
  pageEnd,
  headingPath: ['Outer', `Page ${pageStart}`],
});

describe('citations', () => {
  test('number publications in order of first use and gather their pages', () => {
    const { cite } = createCitations();
    expect(cite([quote('two', 4, 5)], publications).citations).toEqual([1]);
    const cited = cite([quote('one', null), quote('two', 2), quote('two', 4)], publications);
    expect(cited.citations).toEqual([1, 2]);
    expect(cited.sources).toEqual([
      { number: 1, publication: publications[1], heading: 'Page 4', pages: [2, 4, 5] },
      { number: 2, publication: publications[0], heading: 'Page null', pages: [] },
    ]);
  });

  test('leave earlier lists of sources as they were', () => {
    const { cite } = createCitations();
    const { sources } = cite([quote('one', 1)], publications);
    cite([quote('one', 2), quote('two', 1)], publications);
    expect(sources.map(({ pages }) => pages)).toEqual([[1]]);
  });

  test('are never made up', () => {
    expect(() => createCitations().cite([quote('three', 1)], publications)).toThrow('three');
  });
});
