import type { AssembledText, PlacedBlock } from './assemble-text.ts';
import { isDocumentTitle } from './places.ts';

/** A heading with what stands below it. */
export interface Section {
  /** Headings from the outermost to this section's own; empty for the whole document. */
  path: string[];
  /** Where the heading begins, or the document. */
  start: number;
  level: number;
  /** Blocks before the first sub-section, without footnotes. */
  own: PlacedBlock[];
  /** Footnotes of those blocks; they stand between them and the first sub-section. */
  footnotes: PlacedBlock[];
  children: Section[];
}

/**
 * Arranges a document's blocks by its headings. A heading with nothing below it counts as text of
 * the section around it, so that nothing a document says is left out.
 */
export function arrangeSections(assembled: AssembledText): Section {
  const root = emptySection([], 0, 0);
  const open: Section[] = [root];
  const titleAt = isDocumentTitle(assembled.headings, 0)
    ? assembled.headings[0]?.offset
    : undefined;
  assembled.blocks.forEach((placed, index) => {
    const current = open.at(-1) ?? root;
    const isTitle = placed.start === titleAt;
    if (placed.block.kind === 'footnote') {
      current.footnotes.push(placed);
      return;
    }
    if (placed.block.kind !== 'heading') {
      current.own.push(placed);
      return;
    }
    // A title with nothing below it is text like any other heading at the end.
    if (isTitle && index < assembled.blocks.length - 1) {
      if (placed.start > 0) open.push(addSection(root, [], placed.start, 1));
      return;
    }
    const level = Math.min(Math.max(placed.block.level ?? 2, 1), 6);
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? root;
    if (isEmptySection(assembled.blocks[index + 1], level)) {
      const isFirst = parent.children.length === 0 && parent.footnotes.length === 0;
      if (isFirst) parent.own.push(placed);
      else parent.children.push(headingAlone(parent, placed, level));
      return;
    }
    open.push(addSection(parent, [...parent.path, placed.block.text], placed.start, level));
  });
  return root;
}

function isEmptySection(next: PlacedBlock | undefined, level: number): boolean {
  return next === undefined || (next.block.kind === 'heading' && (next.block.level ?? 2) <= level);
}

function headingAlone(parent: Section, placed: PlacedBlock, level: number): Section {
  return { ...emptySection(parent.path, placed.start, level), own: [placed] };
}

function addSection(parent: Section, path: string[], start: number, level: number): Section {
  const section = emptySection(path, start, level);
  parent.children.push(section);
  return section;
}

function emptySection(path: string[], start: number, level: number): Section {
  return { path, start, level, own: [], footnotes: [], children: [] };
}
