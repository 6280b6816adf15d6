import type { Claim, Source } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import type { KeptReport, Report, ReportPart } from '../../summaries/index.ts';
import { composeMessages } from '../blocks/compose-messages.ts';
import { describeStatus, display, statusSign, titleOf } from '../blocks/describe-publication.ts';
import { formatDate } from '../blocks/format-date.ts';
import { escapeText, markup } from '../blocks/markup.ts';
import { context, type Piece, section } from '../blocks/piece.ts';
import { plainTextObject } from '../blocks/plain-text.ts';
import { sourcePiece } from '../blocks/source-piece.ts';
import { changesPieces } from './changes-pieces.ts';
import { claimPlaces, hasPrintedLabels } from './claim-places.ts';
import { headingPieces } from './heading-pieces.ts';
import { type ListItem, listPieces } from './list-pieces.ts';
import { type ReportAudience, reportButtons } from './report-buttons.ts';
import { tablePieces } from './table-pieces.ts';

const mostTitleCharacters = 150;
const mostDescriptionCharacters = 300;
const mostNoteCharacters = 1_900;
const printedLabels = 'Page numbers are those printed on the pages.';

/**
 * A report as messages of one thread, in order: its title and what it is, each part under its
 * heading with the page or section of every statement, then a line with a button for each
 * publication cited, small print, and what can be done with it. More than one message only when
 * Slack's limits demand it.
 *
 * @param notes small print besides the report's own.
 */
export function reportMessages(
  kept: KeptReport,
  notes: readonly string[],
  audience: ReportAudience = 'one-person',
): MessageContent[] {
  const { report } = kept;
  const sources = [...report.sources].sort((one, other) => one.number - other.number);
  const labels = sources.some(({ publication }) => hasPrintedLabels(publication));
  const smallPrint = [...report.notes, ...(labels ? [printedLabels] : []), ...notes]
    .map((note) => display(note, mostNoteCharacters))
    .filter((note) => note !== '');
  return composeMessages([
    titlePiece(report),
    context(markup`${describe(report)}`, describe(report)),
    ...standingPieces(sources),
    ...contentPieces(report, sources),
    ...sourcePieces(kept, sources),
    ...smallPrint.map((note) => context(markup`${note}`, note)),
    reportButtons(kept, audience),
  ]);
}

function titlePiece({ title }: Report): Piece {
  const shown = display(title, mostTitleCharacters) || 'Untitled';
  const block = { type: 'header', text: plainTextObject(shown, mostTitleCharacters) };
  return { block, text: escapeText(shown) };
}

function describe({ description }: Report): string {
  return display(description, mostDescriptionCharacters) || 'Report';
}

/**
 * What does not stand any more is said before anything that it says. Of several, what is superseded
 * is marked at its statements: earlier editions are there to be compared.
 */
function standingPieces(sources: readonly Source[]): Piece[] {
  return sources.flatMap(({ number, publication }) => {
    const status = describeStatus(publication);
    const isMarked = sources.length > 1 && publication.status !== 'retracted';
    if (status === null || isMarked) return [];
    const which = sources.length === 1 ? 'This publication' : `[${number}] ${titleOf(publication)}`;
    const text = `${which}: ${status.charAt(0).toLowerCase()}${status.slice(1)}.`;
    return [section(markup`${statusSign} *${text}*`, `Warning. ${text}`)];
  });
}

function contentPieces(report: Report, sources: readonly Source[]): Piece[] {
  const { kind, parts } = report;
  if (kind === 'changes' && parts.every((part) => part.kind === 'sides')) {
    return changesPieces(parts, report);
  }
  return parts.flatMap((part) => partPieces(part, sources, kind === 'briefing'));
}

/** @param isReadingList whether each statement comes after the title of its publication. */
function partPieces(part: ReportPart, sources: readonly Source[], isReadingList: boolean): Piece[] {
  const item = (claim: Claim): ListItem => ({
    ...(isReadingList ? leadOf(claim, sources) : {}),
    text: claim.text,
    places: claimPlaces(claim, sources),
  });
  switch (part.kind) {
    case 'claims':
      return listPieces(part.heading, part.claims.map(item));
    case 'silence':
      return listPieces(
        part.heading,
        part.sentences.map((text) => ({ text, places: { shown: '', spoken: '' } })),
      );
    case 'table': {
      const heading = headingPieces(part.heading);
      const pieces = tablePieces(part, sources);
      const [table, ...below] = pieces;
      if (table === undefined || heading.length === 0) return pieces;
      return [...heading, { ...table, staysWithPrevious: true }, ...below];
    }
    case 'sides':
      return [
        ...headingPieces(part.heading),
        ...part.sides.flatMap(({ label, claims }) => listPieces(label, claims.map(item))),
      ];
  }
}

function leadOf({ citations }: Claim, sources: readonly Source[]): { lead?: string } {
  const source = sources.find(({ number }) => citations.includes(number));
  if (source === undefined) return {};
  const { date } = source.publication;
  const when = date === null ? '' : ` (${display(formatDate(date), 40)})`;
  return { lead: `${titleOf(source.publication)}${when}` };
}

const placeless = (source: Source): Source => ({ ...source, heading: null, pages: [] });

function sourcePieces({ id }: KeptReport, sources: readonly Source[]): Piece[] {
  const heading = sources.length === 1 ? 'Source' : 'Sources';
  return [
    context(markup`*${heading}*`, `${heading}:`),
    ...sources.map((source, index) => ({
      // Statements say by themselves where they stand.
      ...sourcePiece({ kind: 'report', id }, placeless(source), sources.length > 1),
      ...(index === 0 ? { staysWithPrevious: true as const } : {}),
    })),
  ];
}
