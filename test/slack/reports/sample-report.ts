import type { Claim, Source } from '../../../src/answering/index.ts';
import type { KeptReport, Report } from '../../../src/summaries/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

/** A statement with one quote on a page of a publication; null for a format without pages. */
export function statement(
  text: string,
  {
    page = null,
    number = 1,
    id = 'common-values',
    heading = 'Outcomes',
  }: {
    page?: number | null;
    number?: number;
    id?: string;
    heading?: string;
  } = {},
): Claim {
  return {
    text,
    citations: [number],
    quotes: [
      {
        publicationId: id,
        passageId: 1,
        text,
        ranges: [{ start: 0, end: text.length }],
        pageStart: page,
        pageEnd: page,
        headingPath: [heading],
      },
    ],
  };
}

export function sourceOf(number: number, overrides: Parameters<typeof samplePublication>[0] = {}) {
  const source: Source = {
    number,
    publication: samplePublication(overrides),
    heading: 'Outcomes',
    pages: [],
  };
  return source;
}

export function sampleReport(overrides: Partial<Report> = {}): Report {
  return {
    kind: 'summary',
    title: 'Common values',
    description: 'Brief summary for members',
    composer: 'extractive',
    parts: [
      { kind: 'claims', heading: 'What it is', claims: [statement('What partners agreed on.')] },
    ],
    sources: [sourceOf(1)],
    notes: [],
    ...overrides,
  };
}

export function keptReport(
  report: Report = sampleReport(),
  owner: string | null = null,
): KeptReport {
  return { id: 'report-1', key: 'key', report, owner, drawnOn: [], modelRun: null, madeAt: 0 };
}
