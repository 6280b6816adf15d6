import type { ReadDocument } from '../../../src/library/document.ts';
import { documentFromBytes } from '../../../src/library/readers/document-from-bytes.ts';
import { defaultReadLimits } from '../../../src/library/readers/read-limits.ts';

/** Parses in this process; for small content made by a test itself. */
export function readBytes(content: string | Uint8Array, fileName: string): Promise<ReadDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return documentFromBytes(bytes, fileName, defaultReadLimits);
}

/** `kind text` of every block, a heading with its level, for comparing structure at a glance. */
export function outline(document: ReadDocument): string[] {
  return document.blocks.map(({ kind, level, text }) => `${kind}${level ?? ''} ${text}`);
}
