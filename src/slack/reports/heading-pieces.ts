import { display } from '../blocks/describe-publication.ts';
import { escapeText } from '../blocks/markup.ts';
import type { Piece } from '../blocks/piece.ts';
import { plainTextObject } from '../blocks/plain-text.ts';

const mostCharacters = 150;

/** The heading of a part; none for a part that needs none. */
export function headingPieces(heading: string | null): Piece[] {
  if (heading === null) return [];
  const shown = display(heading, mostCharacters);
  const block = { type: 'header', text: plainTextObject(shown, mostCharacters) };
  return shown === '' ? [] : [{ block, text: escapeText(`${shown}:`) }];
}
