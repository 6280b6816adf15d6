import type { MessageContent } from '../../messaging/index.ts';
import type { Piece } from './piece.ts';

/** Slack allows 50; a few are left for what later goes under an answer. */
const mostBlocks = 45;
/** Slack refuses messages from about 13,200 characters on, all blocks together. */
const mostCharacters = 12_000;
/** What Slack counts for a block beside its text, as far as anybody could find out. */
const charactersPerBlock = 125;
/** Slack shortens longer fallback texts by itself, in the middle of whatever is there. */
const mostFallbackCharacters = 3_800;

/** Packs pieces into as few messages as Slack's limits allow; nothing is left out. */
export function composeMessages(pieces: readonly Piece[]): MessageContent[] {
  const messages: Piece[][] = [];
  let size = 0;
  for (const piece of pieces) {
    const length = JSON.stringify(piece.block).length + charactersPerBlock;
    const last = messages.at(-1);
    if (last === undefined || last.length >= mostBlocks || size + length > mostCharacters) {
      messages.push([piece]);
      size = length;
    } else {
      last.push(piece);
      size += length;
    }
  }
  return messages.map((parts) => ({
    text: fallbackText(parts),
    blocks: parts.map((part) => part.block),
  }));
}

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
