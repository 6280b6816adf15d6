import type { PassageDraft, Publication, PublicationContent } from '../../src/library/index.ts';

export function publicationOf(source: string, change: Partial<Publication> = {}): Publication {
  return {
    id: `id-${source}`,
    source,
    title: source,
    authors: ['A. Author', 'B. O’Neill'],
    date: '2014-10',
    kind: 'paper',
    audience: 'members',
    link: 'https://example.org/a?b=c',
    status: 'current',
    supersededBy: null,
    embargoedUntil: null,
    language: 'en-GB',
    illustrative: false,
    format: 'pdf',
    pageCount: 3,
    pageLabels: ['i', 'ii', '1'],
    contentHash: `hash-of-${source}`,
    addedAt: 1_700_000_000_000,
    changedAt: 1_700_000_000_000,
    retiredAt: null,
    ...change,
  };
}

/** A publication whose text is the given passages, one a page. */
export function contentOf(
  publication: Publication,
  texts: readonly string[],
  change: Partial<PublicationContent> = {},
): PublicationContent {
  let offset = 0;
  const passages = texts.map((text, ordinal): PassageDraft => {
    const characterStart = offset;
    offset += text.length + 2;
    return {
      ordinal,
      text,
      headingPath: ['Outcomes', `Part ${ordinal}`],
      pageStart: ordinal + 1,
      pageEnd: ordinal + 1,
      characterStart,
      characterEnd: characterStart + text.length,
    };
  });
  return {
    publication,
    text: {
      text: texts.join('\n\n'),
      pageStarts: passages.map(({ characterStart }, index) => ({
        page: index + 1,
        offset: characterStart,
      })),
      headings: [{ offset: 0, level: 2, text: 'Outcomes' }],
    },
    passages,
    ...change,
  };
}
