import type { Answered, Claim, Source } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from './compose-messages.ts';
import { statusSign } from './describe-publication.ts';
import { disagreementPieces } from './disagreement-pieces.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { markup, unbroken, withoutAddresses } from './markup.ts';
import { context, mostSectionCharacters, type Piece, section } from './piece.ts';
import { sourcePiece } from './source-piece.ts';
import { splitText } from './split-text.ts';

/** Room for ` [1, retracted] [2]` at the end of a claim. */
const mostCitationCharacters = 400;

/** An exchange that ended in an answer. */
export interface AnsweredExchange {
  id: string;
  answer: Answered;
}

/**
 * An answer as messages of one thread, in order: the claims, each with its citation numbers, then
 * where their sources disagree, then a line with a button for each publication cited, then what
 * people can say of it. More than one
 * message only when Slack's limits demand it; together their blocks are `claimBlocks` of each
 * claim, then `closingBlocks`, with a word where a message goes on in the next.
 *
 * @param notes small print under the sources, such as what the answer was limited to.
 */
export function answerMessages(
  exchange: AnsweredExchange,
  notes: readonly string[],
): MessageContent[] {
  const { claims, sources } = exchange.answer;
  return composeMessages([
    ...claims.flatMap((claim) => claimPieces(claim, sources)),
    ...closingPieces(exchange, notes),
  ]);
}

/** The blocks of one claim, as they stand at its place in the answer: one, unless it is very long. */
export function claimBlocks(claim: Claim, sources: readonly Source[]): object[] {
  return claimPieces(claim, sources).map(({ block }) => block);
}

/** The blocks under the claims: disagreements, sources, notes, feedback. */
export function closingBlocks(exchange: AnsweredExchange, notes: readonly string[]): object[] {
  return closingPieces(exchange, notes).map(({ block }) => block);
}

/** As `claimBlocks`, with what is read out in place of each. */
export function claimPieces(claim: Claim, sources: readonly Source[]): Piece[] {
  const room = mostSectionCharacters - mostCitationCharacters;
  const parts = splitText(withoutAddresses(claim.text), room);
  return parts.map((part, index) => {
    if (index < parts.length - 1) return section(markup`${part} …`, `${part} …`);
    const shown = unbroken(citationsOf(claim, sources, `${statusSign} `)).replaceAll(
      ']\u00a0[',
      '] [',
    );
    return section(markup`${part} ${shown}`, `${part} ${citationsOf(claim, sources, '')}`);
  });
}

function closingPieces({ id, answer }: AnsweredExchange, notes: readonly string[]): Piece[] {
  const sources = [...answer.sources].sort((one, other) => one.number - other.number);
  return [
    ...disagreementPieces(answer),
    context(markup`*Sources*`, 'Sources:'),
    ...sources.map((source, index) => ({
      ...sourcePiece({ kind: 'exchange', id }, source),
      ...(index === 0 ? { staysWithPrevious: true as const } : {}),
    })),
    ...notes.map((note) => context(markup`${note}`, note)),
    feedbackButtons(id),
  ];
}

/** `[1] [2]`; a source that no longer stands says so where it is cited, too. */
function citationsOf(claim: Claim, sources: readonly Source[], sign: string): string {
  const named = claim.citations.map((number) => {
    const status = sources.find((source) => source.number === number)?.publication.status;
    const standing = status === undefined || status === 'current' ? '' : `, ${sign}${status}`;
    return `[${number}${standing}]`;
  });
  const all = named.join(' ');
  return all.length > mostCitationCharacters ? `${named.slice(0, 10).join(' ')} …` : all;
}
