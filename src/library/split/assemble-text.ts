import type { Block, PageStart } from '../document.ts';
import type { HeadingStart, PublicationText } from '../passage.ts';

/** A block with its place in the assembled text. */
export interface PlacedBlock {
  block: Block;
  /** UTF-16 code units; `text.slice(start, end) === block.text`. */
  start: number;
  end: number;
}

/** A publication's whole text and what is known of its structure. */
export interface AssembledText extends PublicationText {
  /** In order of the text. */
  blocks: PlacedBlock[];
}

/**
 * Joins the blocks of a document into its full text: a blank line between blocks, a line end
 * between the rows of one table and the items of one list. Footnotes, which interrupt the text at
 * the foot of every page, come together before the next heading. What no database keeps as it is
 * (halves of surrogate pairs, null characters) becomes a replacement character or a space, so that
 * offsets hold for what is stored.
 */
export function assembleText(blocks: readonly Block[]): AssembledText {
  const parts: string[] = [];
  const placed: PlacedBlock[] = [];
  const pageStarts: PageStart[] = [];
  const headings: HeadingStart[] = [];
  let length = 0;
  let previous: Block | undefined;
  for (const given of footnotesLast(blocks)) {
    const block = { ...given, text: given.text.toWellFormed().replaceAll('\0', ' ') };
    if (previous !== undefined) {
      const separator = joinsTightly(previous, block) ? '\n' : '\n\n';
      parts.push(separator);
      length += separator.length;
    }
    for (const { page, offset } of block.pages) {
      if (pageStarts.at(-1)?.page !== page) pageStarts.push({ page, offset: length + offset });
    }
    if (block.kind === 'heading') {
      headings.push({ offset: length, level: block.level ?? 2, text: block.text });
    }
    placed.push({ block, start: length, end: length + block.text.length });
    parts.push(block.text);
    length += block.text.length;
    previous = block;
  }
  return { text: parts.join(''), pageStarts, headings, blocks: placed };
}

/** The blocks with each section's footnotes after its text. */
function footnotesLast(blocks: readonly Block[]): Block[] {
  const ordered: Block[] = [];
  let footnotes: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'footnote') {
      footnotes.push(block);
      continue;
    }
    if (block.kind === 'heading') {
      for (const footnote of footnotes) ordered.push(footnote);
      footnotes = [];
    }
    ordered.push(block);
  }
  for (const footnote of footnotes) ordered.push(footnote);
  return ordered;
}

function joinsTightly(previous: Block, next: Block): boolean {
  return previous.kind === next.kind && (next.kind === 'table-row' || next.kind === 'list-item');
}
