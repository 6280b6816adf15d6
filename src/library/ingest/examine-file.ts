import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { ConcordError } from '../../errors.ts';
import type { Audience } from '../../people/index.ts';
import type { ReadDocument } from '../document.ts';
import type { PublicationContent } from '../library-store.ts';
import { resolveMetadata } from '../metadata/metadata.ts';
import { readSidecar, type Sidecar } from '../metadata/sidecar.ts';
import { publicationIdOf } from '../publication-id.ts';
import { assembleText } from '../split/assemble-text.ts';
import { splitIntoPassages } from '../split/split-into-passages.ts';
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
const readingRules = 2;

/** Names the rules and settings a publication was read with; others make it stale. */
export function fingerprintOf(defaults: MetadataDefaults): string {
  return `${readingRules}/${defaults.audience}/${defaults.language ?? ''}`;
}

export interface ExamineParts {
  readDocument: ReadDocumentBytes;
  defaults: MetadataDefaults;
  /** UTC ms. */
  now: number;
  /** Reads a file again that has failed before and is as it was. */
  retryFailed: boolean;
  /** A file written to more recently than this, in ms, is left for later. */
  settledForMs: number;
}

/** What came of a file. */
export type Examined =
  | { kind: 'unchanged'; contentHash: string }
  /** Somebody may still be writing it. */
  | { kind: 'unsettled' }
  | { kind: 'read'; content: PublicationContent; warnings: string[] }
  /** `contentHash` is null when the failure may be gone next time though the file is the same. */
  | { kind: 'failed'; code: string; reason: string; contentHash: string | null };

/** Failures that say nothing of the content. */
const passing = new Set(['file-not-found', 'file-unreadable', 'readers-closed']);

/**
 * Reads a file and, unless it is as it was when it was ingested last, makes a publication of it.
 * Whatever is wrong with the file or what describes it is a result, not an error.
 */
export async function examineFile(file: NamedFile, parts: ExamineParts): Promise<Examined> {
  let contentHash: string | null = null;
  try {
    if (await isUnsettled(file.path, parts)) return { kind: 'unsettled' };
    const bytes = await readFile(file.path);
    const sidecar = await readSidecar(file.path);
    contentHash = hashOf(bytes, sidecar?.bytes);
    const readWith = fingerprintOf(parts.defaults);
    if (isAsStored(file, contentHash, readWith)) return { kind: 'unchanged', contentHash };
    const { failure } = file;
    if (
      !parts.retryFailed &&
      failure?.contentHash === contentHash &&
      failure.readWith === readWith
    ) {
      return { kind: 'failed', code: failure.code, reason: failure.reason, contentHash };
    }
    const document = await parts.readDocument(file.path, bytes);
    const content = contentOf(file, document, sidecar, contentHash, parts);
    return { kind: 'read', content, warnings: document.warnings };
  } catch (error) {
    const { code, reason } = describeFailure(file.source, error);
    return { kind: 'failed', code, reason, contentHash: passing.has(code) ? null : contentHash };
  }
}

async function isUnsettled(path: string, { settledForMs, now }: ExamineParts): Promise<boolean> {
  if (settledForMs === 0) return false;
  const { mtimeMs, ctimeMs } = await stat(path);
  const age = now - Math.max(mtimeMs, ctimeMs);
  // A clock that runs ahead on a file server must not keep the file away.
  return age >= 0 && age < settledForMs;
}

function isAsStored(file: NamedFile, contentHash: string, readWith: string): boolean {
  const { stored, folder } = file;
  return (
    stored?.contentHash === contentHash &&
    stored.origin?.readWith === readWith &&
    stored.origin.folder === folder
  );
}

function contentOf(
  { source, folder, relativePath, stored }: NamedFile,
  document: ReadDocument,
  sidecar: Sidecar | null,
  contentHash: string,
  { defaults, now }: ExamineParts,
): PublicationContent {
  const metadata = resolveMetadata({ path: relativePath, document, sidecar, defaults, now });
  const assembled = assembleText(document.blocks);
  const { text, pageStarts, headings } = assembled;
  return {
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
    text: { text, pageStarts, headings },
    passages: splitIntoPassages(assembled),
    origin: { folder, readWith: fingerprintOf(defaults) },
    replaces: stored?.contentHash ?? null,
  };
}

function describeFailure(source: string, error: unknown): { code: string; reason: string } {
  if (error instanceof ConcordError) return { code: error.code, reason: error.forPeople };
  const code = (error as NodeJS.ErrnoException).code;
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: code === 'ENOENT' ? 'file-not-found' : 'file-unreadable',
    reason: `${source} could not be read: ${message}. Check that it is a file and that Concord may read it.`,
  };
}

function hashOf(file: Uint8Array, sidecar: Uint8Array | undefined): string {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const whole = createHash('sha256').update(digest(file));
  if (sidecar !== undefined) whole.update(digest(sidecar));
  return whole.digest('hex');
}
