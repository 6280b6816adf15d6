import type { Answered, Claim, Source } from '../../answering/index.ts';
import type { MessageContent } from '../../messaging/index.ts';
import { composeMessages } from './compose-messages.ts';
import { describePublication } from './describe-publication.ts';
import { markup, withoutAddresses } from './markup.ts';
import { context, mostSectionCharacters, type Piece, section } from './piece.ts';
import { splitText } from './split-text.ts';

/** Room for ` [1, retracted] [2]` at the end of a claim. */
const mostCitationCharacters = 400;

/**
 * An answer as messages of one thread, in order: the claims, each with its citation numbers, then
 * a line for each publication cited. More than one message only when Slack's limits demand it.
 *
 * @param notes small print under the sources, such as what the answer was limited to.
 */
export function answerMessages(answer: Answered, notes: readonly string[]): MessageContent[] {
  const sources = [...answer.sources].sort((one, other) => one.number - other.number);
  const pieces = [
    ...answer.claims.flatMap((claim) => claimPieces(claim, sources)),
    context(markup`*Sources*`, 'Sources'),
    ...sources.map(sourcePiece),
    ...notes.map((note) => context(markup`${note}`, note)),
  ];
  return composeMessages(pieces);
}

function claimPieces(claim: Claim, sources: readonly Source[]): Piece[] {
  const citations = citationsOf(claim, sources);
  const room = mostSectionCharacters - mostCitationCharacters;
  const parts = splitText(withoutAddresses(claim.text), room);
  return parts.map((part, index) => {
    const text = index === parts.length - 1 ? `${part} ${citations}` : `${part} …`;
    return section(markup`${text}`, text);
  });
}

/** `[1] [2]`; a source that no longer stands says so where it is cited, too. */
function citationsOf(claim: Claim, sources: readonly Source[]): string {
  const named = claim.citations.map((number) => {
    const status = sources.find((source) => source.number === number)?.publication.status;
    const standing = status === undefined || status === 'current' ? '' : `, ${status}`;
    return `[${number}${standing}]`;
  });
  const all = named.join(' ');
  return all.length > mostCitationCharacters ? `${named.slice(0, 10).join(' ')} …` : all;
}

function sourcePiece(source: Source): Piece {
  const { shown, spoken } = describePublication(source.publication, source);
  return context(markup`[${source.number}] ${shown}`, `[${source.number}] ${spoken}`);
}
