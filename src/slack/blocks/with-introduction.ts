import type { MessageContent } from '../../messaging/index.ts';
import type { Piece } from './piece.ts';

/** Puts a line above everything else; `composeMessages` leaves room for it. */
export function withIntroduction(
  introduction: Piece | null,
  contents: readonly MessageContent[],
): MessageContent[] {
  const [first, ...rest] = contents;
  if (introduction === null || first === undefined) return [...contents];
  const { block, text } = introduction;
  return [{ text: `${text}\n${first.text}`, blocks: [block, ...first.blocks] }, ...rest];
}
