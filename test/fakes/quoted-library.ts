import type { Answered } from '../../src/answering/index.ts';
import type { Publication, PublicationText } from '../../src/library/index.ts';
import type { LibraryView } from '../../src/slack/index.ts';
import { samplePublication } from './sample-publication.ts';
import { createScriptedLibrary } from './scripted-library.ts';

const before = 'The partners met in spring. They agreed what they owe to each other. ';
const quoted = 'Success should be judged by the outcomes that patients achieve.';
const after = ' Waiting times alone say little. Every year the board reports on both.';

/** One publication that can be changed, and an answer that quotes it word for word. */
export interface QuotedLibrary {
  view: LibraryView;
  /** Changes the publication from now on. */
  change(overrides: Partial<Publication>): void;
  text: PublicationText;
  /** Cites the publication as it was when this was made. */
  answer: Answered;
  quoted: string;
}

export function createQuotedLibrary(overrides: Partial<Publication> = {}): QuotedLibrary {
  const publication = samplePublication({
    audience: 'members',
    link: 'https://library.example/common-values',
    ...overrides,
  });
  let now = publication;
  const library: QuotedLibrary = {
    change: (changed) => {
      now = { ...now, ...changed };
    },
    text: { text: before + quoted + after, pageStarts: [], headings: [] },
    quoted,
    answer: {
      kind: 'answer',
      composer: 'extractive',
      disagreements: [],
      claims: [
        {
          text: quoted,
          citations: [1],
          quotes: [
            {
              publicationId: publication.id,
              passageId: 1,
              text: quoted,
              ranges: [{ start: before.length, end: before.length + quoted.length }],
              pageStart: null,
              pageEnd: null,
              headingPath: ['Outcomes'],
            },
          ],
        },
      ],
      sources: [{ number: 1, publication, heading: 'Outcomes', pages: [] }],
    },
    view: {
      ...createScriptedLibrary(),
      publication: async () => now,
      text: async () => library.text,
    },
  };
  return library;
}
