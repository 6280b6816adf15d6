import { escapeText } from '../blocks/markup.ts';
import type { Piece } from '../blocks/piece.ts';
import { literalText } from '../blocks/rich-text.ts';
import { splitText } from '../blocks/split-text.ts';
import type { ClaimPlaces } from './claim-places.ts';

/** One point of a list. */
export interface ListItem {
  /** In bold before the text, such as a publication's title. */
  lead?: string;
  text: string;
  places: ClaimPlaces;
}

/** More makes a block that fills most of a message, and of its fallback text. */
const mostBlockCharacters = 3_000;
const mostItemCharacters = 2_400;
const mostHeadingCharacters = 250;

/**
 * A heading in bold above points with what is small after each; one point alone has no bullet. As
 * rich text, in which nothing that a document says can be formatting, a mention or a link. One block
 * unless it is very long, none where there is nothing to say.
 */
export function listPieces(heading: string | null, items: readonly ListItem[]): Piece[] {
  const split = items.flatMap(splitItem);
  if (split.length === 0) return [];
  const blocks: ListItem[][] = [[]];
  let length = 0;
  for (const item of split) {
    const own = escapeText(readOut(item)).length;
    length += own;
    if (length > mostBlockCharacters && blocks.at(-1)?.length !== 0) {
      blocks.push([]);
      length = own;
    }
    blocks.at(-1)?.push(item);
  }
  return blocks.map((own, index) =>
    listPiece(index === 0 ? heading : null, own, items.length === 1),
  );
}

function splitItem({ lead, text, places }: ListItem): ListItem[] {
  const parts = splitText(literalText(text), mostItemCharacters);
  return parts.map((part, index) => ({
    ...(lead === undefined || index > 0 ? {} : { lead }),
    ...(index === parts.length - 1
      ? { text: part, places }
      : { text: `${part} …`, places: { shown: '', spoken: '' } }),
  }));
}

function listPiece(heading: string | null, items: readonly ListItem[], isAlone: boolean): Piece {
  const title = heading === null ? '' : literalText(heading).slice(0, mostHeadingCharacters).trim();
  const points = items.map((item) => ({ type: 'rich_text_section', elements: pointOf(item) }));
  const elements = [
    ...(title === '' ? [] : [{ type: 'rich_text_section', elements: [bold(title)] }]),
    ...(isAlone ? points : [{ type: 'rich_text_list', style: 'bullet', elements: points }]),
  ];
  const spoken = [...(title === '' ? [] : [`${title}:`]), ...items.map(readOut)];
  return {
    block: { type: 'rich_text', elements },
    text: escapeText(spoken.join('\n')),
  };
}

function pointOf({ lead, text, places: { shown } }: ListItem): object[] {
  const title = lead === undefined ? '' : literalText(lead).slice(0, mostHeadingCharacters).trim();
  return [
    ...(title === '' ? [] : [bold(`${title}: `)]),
    { type: 'text', text: shown === '' ? text : `${text} ` },
    ...(shown === '' ? [] : [{ type: 'text', text: literalText(shown), style: { italic: true } }]),
  ];
}

const bold = (text: string): object => ({ type: 'text', text, style: { bold: true } });

function readOut({ lead, text, places: { spoken } }: ListItem): string {
  const said = lead === undefined ? text : `${lead}: ${text}`;
  return spoken === '' ? said : `${said} (${spoken})`;
}
