import type { Publication } from '../../library/index.ts';
import { reportActions } from '../reports/report-ids.ts';
import { button } from './button.ts';
import {
  describeFacts,
  describePlace,
  describeStatus,
  display,
  statusSign,
  titleOf,
} from './describe-publication.ts';
import { linkAddress, markup } from './markup.ts';
import { mostTitleCharacters } from './message-view.ts';
import { context, type Piece, section, sectionWithButton } from './piece.ts';
import { plainTextObject } from './plain-text.ts';
import type { ContextPart } from './quote-context.ts';
import { quotedStretch } from './rich-text.ts';

/** Action id of the link to the original; Slack opens it by itself. */
export const openOriginalActionId = 'open-original';

/** A quote of the source, as it is shown. */
export interface ShownQuote {
  /** As it was quoted. */
  text: string;
  /** In what stands around it; null when the publication has changed since. */
  context: readonly ContextPart[] | null;
  /** Physical pages it touches; empty for formats without pages. */
  pages: number[];
  heading: string | null;
  /** The claim it backs. */
  claim: string;
}

export interface QuoteViewOptions {
  /** The n of `[n]`. */
  number: number;
  /** As it is now, or as it was when it was cited if it is gone. */
  publication: Publication;
  /**
   * `retired`: taken out of use; `gone`: no longer kept at all; `own-file`: never in the library, but
   * a file of the reader's own.
   */
  standing: 'live' | 'retired' | 'gone' | 'own-file';
  quotes: readonly ShownQuote[];
}

/** More would not be read, and a view takes 100 blocks and 250 kB. */
const mostQuotes = 20;
const mostCharacters = 40_000;
const legend = 'The words quoted are in bold, between » and «.';
const mostClaimCharacters = 500;

/** A modal with the quotes of one source in their context. */
export function quoteView({ number, publication, standing, quotes }: QuoteViewOptions): object {
  const shown = quotes.slice(0, countFitting(quotes));
  const isKept = standing === 'live' || standing === 'retired';
  const pieces = [
    titlePiece(publication),
    factsPiece(publication),
    ...(standing === 'live' ? [summarisePiece(publication)] : []),
    ...warnings(publication, standing).map((text) => section(markup`${statusSign} ${text}`, text)),
    context(markup`${legend}`, legend),
    ...shown.flatMap((quote, index) => [
      ...quotePieces(publication, quote, nameQuote(index, quotes.length)),
      ...(quote.context === null && isKept ? [small(changedNote)] : []),
    ]),
  ];
  if (quotes.length > shown.length) {
    const rest = `${quotes.length - shown.length} more quotes of this source are not shown here.`;
    pieces.push(context(markup`${rest}`, rest));
  }
  return {
    type: 'modal',
    title: plainTextObject(`Source ${number}`, mostTitleCharacters),
    close: plainTextObject('Close', mostTitleCharacters),
    blocks: pieces.map(({ block }) => block),
  };
}

/** How many quotes can be shown; one at least. */
function countFitting(quotes: readonly ShownQuote[]): number {
  let characters = 0;
  const tooMany = quotes.findIndex(({ text, context: stretch }) => {
    const parts = stretch?.map((part) => part.text) ?? [text];
    characters += parts.reduce((sum, part) => sum + part.length, 0);
    return characters > mostCharacters;
  });
  const fitting = tooMany < 0 ? quotes.length : Math.max(1, tooMany);
  return Math.min(fitting, mostQuotes);
}

function titlePiece(publication: Publication): Piece {
  const title = titleOf(publication);
  return { block: { type: 'header', text: plainTextObject(title, 150) }, text: title };
}

function factsPiece(publication: Publication): Piece {
  const bare = { ...publication, status: 'current' as const };
  const { shown, spoken } = describeFacts(bare, { heading: null, pages: [] });
  const address = publication.link === null ? null : linkAddress(publication.link);
  if (address === null) return section(shown, spoken);
  const { hostname } = new URL(address);
  const open = button({
    actionId: openOriginalActionId,
    text: `Open at ${hostname}`,
    label: `Open ${titleOf(publication)} at ${hostname}`,
    url: address,
  });
  return sectionWithButton(shown, spoken, open);
}

/** Leads to the form of a summary, on top of the quotes. */
function summarisePiece(publication: Publication): Piece {
  const summarise = button({
    actionId: reportActions.summarise,
    text: 'Summarise this publication',
    label: `Summarise ${titleOf(publication)}`,
    value: publication.id,
  });
  return { block: { type: 'actions', elements: [summarise] }, text: '' };
}

function warnings(publication: Publication, standing: QuoteViewOptions['standing']): string[] {
  const status = describeStatus(publication);
  return [
    ...(status === null ? [] : [`${status}.`]),
    ...(standing === 'retired'
      ? ['This publication has been taken out of the library since it was cited.']
      : []),
    ...(standing === 'gone' ? ['This publication is no longer kept in the library.'] : []),
  ];
}

function quotePieces(publication: Publication, quote: ShownQuote, number: string): Piece[] {
  const place = placeOf(publication, quote);
  const named = place === '' ? number : `${number}, ${place}`;
  const use = describeUse(quote);
  return [
    context(markup`*${named}*`, named),
    { block: quotedStretch(quote.context ?? [{ text: quote.text, quoted: true }]), text: '' },
    context(markup`${use}`, use),
  ];
}

function nameQuote(index: number, count: number): string {
  return count === 1 ? 'Quote' : `Quote ${index + 1} of ${count}`;
}

/** What the quote is there for. */
function describeUse({ claim, text }: ShownQuote): string {
  if (display(claim, mostClaimCharacters) === display(text, mostClaimCharacters)) {
    return 'These words are given as they stand.';
  }
  return `Backs: “${display(claim, mostClaimCharacters)}”`;
}

const changedNote =
  'The publication has changed since it was quoted. This is the quote as it was checked then.';

const small = (text: string): Piece => context(markup`${statusSign} ${text}`, text);

/** `page 3, section “Outcomes”`, or the one of the two that is known, or nothing. */
function placeOf(publication: Publication, { pages, heading }: ShownQuote): string {
  const on = (place: { pages: number[]; heading: string | null }): string =>
    describePlace(publication, place)?.spoken ?? '';
  const parts = [on({ pages, heading: null }), on({ pages: [], heading })];
  return parts.filter((part) => part !== '').join(', ');
}
