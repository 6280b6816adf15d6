import type { Publication } from '../../library/index.ts';
import type { SummaryLength, SummaryReader } from '../../summaries/index.ts';
import { display, titleOf } from '../blocks/describe-publication.ts';
import { markup } from '../blocks/markup.ts';
import { type Piece, section } from '../blocks/piece.ts';
import { plainText } from '../blocks/plain-text.ts';
import { personReference } from '../blocks/question-line.ts';
import type { RequestedReport } from '../incoming/requested-report.ts';

/** As people choose them. */
export const lengthNames: Readonly<Record<SummaryLength, string>> = {
  sentence: 'One sentence',
  brief: 'Brief, about 120 words',
  full: 'Full, about 500 words',
};

export const readerNames: Readonly<Record<SummaryReader, string>> = {
  member: 'Members of the partnership',
  board: 'A board',
  clinician: 'Clinicians',
  public: 'The public, in plain English',
};

const lengths: Readonly<Record<SummaryLength, string>> = {
  sentence: 'one-sentence summary',
  brief: 'brief summary',
  full: 'full summary',
};

const readers: Readonly<Record<SummaryReader, string>> = {
  member: 'members',
  board: 'a board',
  clinician: 'clinicians',
  public: 'the public',
};

const mostTopicCharacters = 300;
const mostSessionCharacters = 80;

interface DescribedRequest {
  /** `a brief summary for a board`. */
  what: string;
  /** Titles or the topic, in one text. */
  of: string;
}

/** @param publications those that it names, in its order. */
function describe(
  requested: RequestedReport,
  publications: readonly Publication[],
): DescribedRequest {
  const titles = publications.map(titleOf);
  switch (requested.kind) {
    case 'summary':
      return {
        what: `a ${lengths[requested.length]} for ${readers[requested.reader]}`,
        of: titles.join(''),
      };
    case 'comparison':
      return { what: `a comparison of ${titles.length} publications`, of: titles.join(' · ') };
    case 'changes':
      return { what: 'what has changed', of: titles.join(' → ') };
    case 'briefing':
      return { what: 'what there is to read', of: display(requested.topic, mostTopicCharacters) };
  }
}

/** Names what was asked for, above the thread in which it comes. @param asker null when they alone see it. */
export function requestLine(
  requested: RequestedReport,
  publications: readonly Publication[],
  asker: string | null,
): Piece {
  const { what, of } = describe(requested, publications);
  const who = asker === null ? markup`You` : personReference(asker);
  const spoken = `${asker === null ? 'You asked for ' : 'Asked for: '}${what}: ${of}`;
  return section(markup`${who} asked for ${what}:\n*${of}*`, spoken);
}

/** `A brief summary for members: TITLE.`; plain. */
export function requestInWords(
  requested: RequestedReport,
  publications: readonly Publication[],
): string {
  const { what, of } = describe(requested, publications);
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${of}.`;
}

/** What the conversation is called in which it comes. */
export function requestTitle(
  requested: RequestedReport,
  publications: readonly Publication[],
): string {
  const names: Readonly<Record<RequestedReport['kind'], string>> = {
    summary: 'Summary',
    comparison: 'Comparison',
    changes: 'Changes',
    briefing: 'Briefing',
  };
  const { of } = describe(requested, publications);
  return plainText(`${names[requested.kind]}: ${of}`, mostSessionCharacters);
}
