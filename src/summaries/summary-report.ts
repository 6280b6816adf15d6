import type { Publication } from '../library/index.ts';
import { createCiteStatements } from './cite-statements.ts';
import { isResponse } from './extract/response-voice.ts';
import { recordNote } from './record-note.ts';
import type { ClaimsPart, Report } from './report.ts';
import { describeSilence } from './silence.ts';
import type { Summary, SummaryItem, SummaryLength, SummaryReader } from './summary.ts';

/** What stands above the statements on each item. */
export const itemHeadings: Readonly<Record<SummaryItem, string>> = {
  about: 'What it is about',
  authorship: 'Who wrote it and when',
  findings: 'Key findings',
  recommendations: 'What it recommends',
  methods: 'How it was done',
  limits: 'Limits',
  'primary-care': 'For primary care',
  'secondary-care': 'For secondary care',
};
/** What decides for all was not found but laid down. */
const policyHeadings: Partial<Record<SummaryItem, string>> = {
  findings: 'Main points',
  recommendations: 'What it asks for',
};

/** Who answers another publication takes positions on it and promises to act. */
const responseHeadings: Partial<Record<SummaryItem, string>> = {
  findings: 'Main points',
  recommendations: 'What it commits to',
};

/** What each reader wants to know first; items not named follow in the order given. */
const firstItems: Readonly<Record<SummaryReader, readonly SummaryItem[]>> = {
  member: [],
  board: ['about', 'authorship', 'recommendations', 'findings'],
  clinician: ['about', 'authorship', 'methods', 'findings'],
  public: [],
};

const lengthNames: Readonly<Record<SummaryLength, string>> = {
  sentence: 'Summary in one sentence',
  brief: 'Brief summary',
  full: 'Full summary',
};
const readerNames: Readonly<Record<SummaryReader, string>> = {
  member: 'for members',
  board: 'for a board',
  clinician: 'for clinicians',
  public: 'in plain English',
};

/**
 * A summary as it is shown: a part with a heading for each item, in the order that its reader wants,
 * then what the publication does not report. One sentence stands alone.
 */
export function reportOfSummary(summary: Summary): Report {
  const { publication, length, reader, composer, notes } = summary;
  const parts = claimsParts(summary);
  const silences = summary.notReported.map((item) => describeSilence(item, publication.kind));
  const isAlone = length === 'sentence';
  const record = isAlone || summary.parts.some(({ item }) => item === 'authorship');
  return {
    kind: 'summary',
    title: publication.title,
    description: `${lengthNames[length]} ${readerNames[reader]}`,
    composer,
    parts:
      isAlone || silences.length === 0
        ? parts
        : [...parts, { kind: 'silence', heading: 'Not reported', sentences: silences }],
    sources: sourcesOf(publication, parts),
    notes: record ? notes : [...recordNote(publication), ...notes],
  };
}

function claimsParts({ parts, publication, length, reader }: Summary): ClaimsPart[] {
  const first = firstItems[reader];
  const place = (item: SummaryItem): number =>
    first.includes(item) ? first.indexOf(item) : first.length;
  return parts
    .toSorted((left, right) => place(left.item) - place(right.item))
    .map(({ item, claims }) => ({
      kind: 'claims',
      heading: length === 'sentence' ? null : headingOf(item, publication),
      claims,
    }));
}

function headingOf(item: SummaryItem, publication: Publication): string {
  const isRule = publication.kind === 'policy' || publication.kind === 'statement';
  const special = isResponse(publication) ? responseHeadings : isRule ? policyHeadings : {};
  return special[item] ?? itemHeadings[item];
}

function sourcesOf(publication: Publication, parts: readonly ClaimsPart[]): Report['sources'] {
  const claims = parts.flatMap((part) => part.claims);
  const read = { publication, text: { text: '', pageStarts: [], headings: [] }, passages: [] };
  return createCiteStatements([read]).sources(claims);
}
