import type { MessageContent } from '../../messaging/index.ts';
import { markup } from './markup.ts';
import { context, type Piece } from './piece.ts';

/** Slack allows 50; two are left for saying that a message continues. */
const mostBlocks = 45;
/** Slack refuses messages from about 13,200 characters on, all blocks together. */
const mostCharacters = 12_000;
/** What Slack counts for a block beside its text, as far as anybody could find out. */
const charactersPerBlock = 125;
/** Slack shortens longer fallback texts by itself, in the middle of whatever is there. */
const mostFallbackCharacters = 3_800;

const continuesBelow = context(
  markup`_Continued in the next message_`,
  'Continued in the next message.',
);
const continued = context(markup`_Continued_`, 'Continued:');

/**
 * Packs pieces into as few messages as Slack's limits allow; nothing is left out, and where one
 * message goes on in the next, both say so.
 */
export function composeMessages(pieces: readonly Piece[]): MessageContent[] {
  const messages: Piece[][] = [];
  for (const piece of pieces) {
    const last = messages.at(-1);
    if (last === undefined) messages.push([piece]);
    else if (fits([...last, piece])) last.push(piece);
    else messages.push([...takeCompanions(last, piece), piece]);
  }
  return messages.map((own, index) => {
    const before = index > 0 ? [continued] : [];
    const after = index < messages.length - 1 ? [continuesBelow] : [];
    return {
      text: [...before.map(textOf), fallbackText(own), ...after.map(textOf)]
        .filter((text) => text !== '')
        .join('\n'),
      blocks: [...before, ...own, ...after].map(({ block }) => block),
    };
  });
}

function fits(pieces: readonly Piece[]): boolean {
  const sizes = pieces.map(({ block }) => JSON.stringify(block).length + charactersPerBlock);
  const size = sizes.reduce((sum, length) => sum + length, 0);
  return pieces.length <= mostBlocks && size <= mostCharacters && countTables(pieces) <= 1;
}

/** Slack takes one table in a message. */
function countTables(pieces: readonly Piece[]): number {
  return pieces.filter(({ block }) => 'type' in block && block.type === 'table').length;
}

/** Takes from the end of a message what must stand right before the piece that begins the next. */
function takeCompanions(message: Piece[], piece: Piece): Piece[] {
  const taken: Piece[] = [];
  let first = piece;
  while (first.staysWithPrevious === true && message.length > 1) {
    const companion = message.pop();
    if (companion === undefined) break;
    taken.unshift(companion);
    first = companion;
  }
  return taken;
}

const textOf = ({ text }: Piece): string => text;

/** Whole pieces as long as they fit, so that no escaped character is ever cut in two. */
function fallbackText(pieces: readonly Piece[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const { text } of pieces) {
    if (text === '') continue;
    length += text.length + 1;
    if (length > mostFallbackCharacters && lines.length > 0) return `${lines.join('\n')}\n…`;
    lines.push(text);
  }
  return lines.join('\n');
}
