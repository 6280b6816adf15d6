import type { KeptReport, Report } from '../../src/summaries/index.ts';
import { samplePublication } from './sample-publication.ts';

/** A report with every kind of part, except what a test wants otherwise. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  const claim = {
    text: 'Success is judged by outcomes.',
    quotes: [
      {
        publicationId: 'common-values',
        passageId: 7,
        text: 'Success is judged by outcomes.',
        ranges: [{ start: 10, end: 40 }],
        pageStart: 3,
        pageEnd: 3,
        headingPath: ['Outcomes'],
      },
    ],
    citations: [1],
  };
  return {
    kind: 'summary',
    title: 'Common values “Ünïcode” 🏥',
    description: 'Brief summary for a board',
    composer: 'extractive',
    parts: [
      { kind: 'claims', heading: 'What it found', claims: [claim] },
      { kind: 'silence', heading: null, sentences: ['It does not report its limits.'] },
      {
        kind: 'table',
        heading: 'Side by side',
        columns: ['design', 'year'],
        rows: [{ source: 1, cells: [[claim], []] }],
      },
      { kind: 'sides', heading: null, sides: [{ label: 'Outcomes', claims: [claim] }] },
    ],
    sources: [{ number: 1, publication: samplePublication(), heading: 'Outcomes', pages: [3] }],
    notes: ['Pages 7 to 9 hold no text.'],
    ...overrides,
  };
}

/** A report as it is kept, except what a test wants otherwise. */
export function sampleKeptReport(overrides: Partial<KeptReport> = {}): KeptReport {
  return {
    id: 'report-1',
    key: 'key-1',
    report: sampleReport(),
    owner: null,
    drawnOn: [{ publicationId: 'common-values', changedAt: 0 }],
    modelRun: null,
    madeAt: 1_000,
    ...overrides,
  };
}
