import type { Claim, Quote, Source } from '../../../src/answering/index.ts';
import type { Report } from '../../../src/summaries/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

export function sampleQuote(overrides: Partial<Quote> = {}): Quote {
  return {
    publicationId: 'discharge',
    passageId: 1,
    text: 'Median length of stay fell from 9 to 6 days.',
    ranges: [{ start: 0, end: 44 }],
    pageStart: 3,
    pageEnd: 3,
    headingPath: ['Discharge', 'Results'],
    ...overrides,
  };
}

export function sampleClaim(overrides: Partial<Claim> = {}): Claim {
  return {
    text: 'Median length of stay fell from 9 to 6 days.',
    quotes: [sampleQuote()],
    citations: [1],
    ...overrides,
  };
}

export const dischargeSource: Source = {
  number: 1,
  publication: samplePublication({
    id: 'discharge',
    title: 'Discharge to assess',
    authors: ['Ann Author', 'Ben Writer'],
    kind: 'paper',
    date: '2023-05-04',
    format: 'pdf',
    pageCount: 12,
    link: 'https://papers.example.org/discharge(2023)?a=1&b=2',
  }),
  heading: 'Results',
  pages: [3],
};

export const wardsSource: Source = {
  number: 2,
  publication: samplePublication({
    id: 'wards',
    title: 'Virtual wards',
    authors: [],
    kind: 'policy',
    date: '2025',
    status: 'superseded',
    supersededBy: 'Virtual wards 2',
    illustrative: true,
  }),
  heading: null,
  pages: [],
};

/** A report on one publication, except what a test wants otherwise. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  return {
    kind: 'summary',
    title: 'Discharge to assess',
    description: 'Brief summary for a board',
    composer: 'extractive',
    parts: [{ kind: 'claims', heading: 'Findings', claims: [sampleClaim()] }],
    sources: [dischargeSource],
    notes: [],
    ...overrides,
  };
}

const wardsClaim = sampleClaim({
  text: 'Stays did not become shorter.',
  quotes: [
    sampleQuote({
      publicationId: 'wards',
      text: 'We found that patients left no sooner.',
      pageStart: null,
      pageEnd: null,
      headingPath: ['Length of stay'],
    }),
  ],
  citations: [2],
});

/** A report on two publications with a table and a contradiction. */
export const sampleComparison: Report = sampleReport({
  kind: 'comparison',
  title: 'Two publications compared',
  description: 'Comparison of 2 publications',
  composer: 'model',
  parts: [
    {
      kind: 'table',
      heading: 'Side by side',
      columns: ['Outcomes', 'Recommendations'],
      rows: [
        { source: 1, cells: [[sampleClaim()], []] },
        { source: 2, cells: [[wardsClaim], []] },
      ],
    },
    {
      kind: 'sides',
      heading: 'Where they contradict each other',
      sides: [{ label: 'Length of stay', claims: [sampleClaim(), wardsClaim] }],
    },
    { kind: 'silence', heading: null, sentences: ['Neither reports its costs.'] },
  ],
  sources: [dischargeSource, wardsSource],
  notes: ['One statement was left out, as its figures are not in its quotes.'],
});
