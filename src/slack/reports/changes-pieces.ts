import type { Source } from '../../answering/index.ts';
import {
  presentSides,
  type Report,
  type ShownSide,
  type SidesPart,
} from '../../summaries/index.ts';
import { markup } from '../blocks/markup.ts';
import { context, type Piece } from '../blocks/piece.ts';
import { claimPlaces, placeIn } from './claim-places.ts';
import { headingPieces } from './heading-pieces.ts';
import { type ListItem, listPieces } from './list-pieces.ts';

/** As JSON: about two messages, with all else that stands in them. */
const mostCharacters = 15_000;
/** ` (2019 only)` behind a section. */
const remark = / \([^()]* only\)$/;

/**
 * What has changed, both sides under each other, each named in short and with its page or section;
 * as far as it reads well in a thread. What is left out is counted, and is in the files.
 */
export function changesPieces(parts: readonly SidesPart[], report: Report): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  let left = 0;
  for (const part of parts) {
    let heading = headingPieces(part.heading);
    for (const side of presentSides(part, report)) {
      const items = side.claims.map((item) => itemOf(item, part, report.sources));
      const [list, ...more] = listPieces(side.label, items);
      if (list === undefined) continue;
      const own = [
        ...heading,
        heading.length === 0 ? list : { ...list, staysWithPrevious: true as const },
        ...more,
      ];
      const size = JSON.stringify(own.map(({ block }) => block)).length;
      if (left > 0 || (pieces.length > 0 && length + size > mostCharacters)) {
        left += countOf(side);
        continue;
      }
      pieces.push(...own);
      length += size;
      heading = [];
    }
  }
  if (left === 0) return pieces;
  const which = left === 1 ? '1 more change is' : `${left} more changes are`;
  const note = `${which} not shown here. The files under “Take it away” have all of them.`;
  return [...pieces, context(markup`${note}`, note)];
}

/** A list has a change in each line; a pair is one change. */
const countOf = ({ claims }: ShownSide): number =>
  claims.every(({ name }) => name === null) ? claims.length : 1;

function itemOf(
  { name, claim }: ShownSide['claims'][number],
  { heading }: SidesPart,
  sources: readonly Source[],
): ListItem {
  const source = sources.find(({ number }) => claim.citations.includes(number));
  if (source === undefined || claim.citations.length !== 1) {
    return { text: claim.text, places: claimPlaces(claim, sources) };
  }
  const places = placeIn(source.publication, claim.quotes);
  const under = heading?.replace(remark, '') ?? null;
  const isKnown = under !== null && places.shown === `“${under}”`;
  return {
    ...(name === null ? {} : { lead: name }),
    text: claim.text,
    places: isKnown ? { shown: '', spoken: '' } : places,
  };
}
