import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Audience } from '../../people/index.ts';
import { assembleText } from '../assemble-text.ts';
import type { ReadDocument } from '../document.ts';
import type { PublicationContent } from '../library-store.ts';
import { resolveMetadata } from '../metadata.ts';
import { publicationIdOf } from '../publication-id.ts';
import { readSidecar } from '../sidecar.ts';
import { splitIntoPassages } from '../split-into-passages.ts';
import type { NamedFile } from './name-sources.ts';

/** Turns a file's bytes into a document; the path only names it. */
export type ReadDocumentBytes = (path: string, bytes: Uint8Array) => Promise<ReadDocument>;

/** What a publication is when nothing in or beside its file says. */
export interface MetadataDefaults {
  audience: Audience;
  language?: string;
}

/**
 * Goes up whenever readers, metadata or the split give another result for the same file, so that
 * the next ingest reads every file again.
 */
const readingRules = 1;

/** Names the rules and settings a publication was read with; others make it stale. */
export function fingerprintOf(defaults: MetadataDefaults): string {
  return `${readingRules}/${defaults.audience}/${defaults.language ?? ''}`;
}

export type Examined =
  | { kind: 'unchanged'; contentHash: string }
  | { kind: 'read'; content: PublicationContent; warnings: string[] };

/**
 * Reads a file and, unless it is as it was when its publication was stored, makes a publication
 * of it.
 *
 * @throws {ConcordError} for whatever is wrong with the file or what describes it.
 */
export async function examineFile(
  file: NamedFile,
  readDocument: ReadDocumentBytes,
  defaults: MetadataDefaults,
  now: number,
): Promise<Examined> {
  const bytes = await readFile(file.path);
  const sidecar = await readSidecar(file.path);
  const contentHash = hashOf(bytes, sidecar?.bytes);
  const readWith = fingerprintOf(defaults);
  const { stored, source, folder } = file;
  if (
    stored?.contentHash === contentHash &&
    stored.origin?.readWith === readWith &&
    stored.origin.folder === folder
  ) {
    return { kind: 'unchanged', contentHash };
  }

  const document = await readDocument(file.path, bytes);
  const metadata = resolveMetadata({
    path: file.relativePath,
    document,
    sidecar,
    defaults,
    now,
  });
  const assembled = assembleText(document.blocks);
  const { blocks: _, ...text } = assembled;
  return {
    kind: 'read',
    warnings: document.warnings,
    content: {
      publication: {
        ...metadata,
        id: stored?.id ?? publicationIdOf(source),
        source,
        format: document.format,
        pageCount: document.pageCount,
        pageLabels: document.pageLabels,
        contentHash,
        addedAt: stored?.addedAt ?? now,
        changedAt: now,
        retiredAt: stored?.retiredBy === 'person' ? stored.retiredAt : null,
      },
      text,
      passages: splitIntoPassages(assembled),
      origin: { folder, readWith },
      replaces: stored?.contentHash ?? null,
    },
  };
}

function hashOf(file: Uint8Array, sidecar: Uint8Array | undefined): string {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const whole = createHash('sha256').update(digest(file));
  if (sidecar !== undefined) whole.update(digest(sidecar));
  return whole.digest('hex');
}
