import { redactIdentifiers } from '../../answering/index.ts';
import type { ReadDocument } from '../../library/index.ts';

type Block = ReadDocument['blocks'][number];

export interface RedactedDocument {
  document: ReadDocument;
  /** Kinds of identifier that were taken out, such as `NHS number`, each once; empty when none was. */
  found: string[];
}

/**
 * A document of somebody's own without what identifies a person, as questions are looked up: it is
 * read by a model and kept in quotes. Pages begin where they did; what runs on over a page break is
 * two texts here.
 */
export function redactDocument(document: ReadDocument): RedactedDocument {
  const found = new Set<string>();
  const redact = (text: string): string => {
    const redacted = redactIdentifiers(text);
    for (const kind of redacted.found) found.add(kind);
    return redacted.text;
  };
  const blocks = document.blocks.map((block) => redactBlock(block, redact));
  return { document: { ...document, blocks }, found: [...found].sort() };
}

function redactBlock(block: Block, redact: (text: string) => string): Block {
  const starts = block.pages.slice(1).map(({ offset }) => offset);
  let text = '';
  const offsets = [0, ...starts].map((start, at) => {
    const offset = text.length;
    text += redact(block.text.slice(start, starts[at]));
    return offset;
  });
  const pages = block.pages.map((page, at) => ({ ...page, offset: offsets[at] ?? page.offset }));
  return { ...block, text, pages };
}
