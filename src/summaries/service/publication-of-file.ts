import { createHash } from 'node:crypto';
import { redactIdentifiers } from '../../answering/index.ts';
import {
  assembleText,
  fingerprintOf,
  MetadataError,
  type PublicationMetadata,
  type ReadDocument,
  type ReadDocumentBytes,
  ReadError,
  resolveMetadata,
  splitIntoPassages,
} from '../../library/index.ts';
import type { ReadPublication } from '../read-publication.ts';
import { ReportRefused } from '../report-refused.ts';
import { redactDocument } from './redact-document.ts';

/** What a file is when nothing in it says; who may read it is up to whoever brings it. */
const defaults = { audience: 'staff' } as const;

/** Names the bytes of a file and the rules it is read by. */
export function hashOfFile(bytes: Uint8Array): string {
  return createHash('sha256').update(fingerprintOf(defaults)).update(bytes).digest('hex');
}

/** Whether a publication is a file that is not in the library: ids of those in it hold no colon. */
export function isOutsideLibrary(publicationId: string): boolean {
  return publicationId.startsWith('file:');
}

/**
 * Reads a file as ingestion would and makes a publication of it that is not in the library, without
 * what identifies a person. A text says of itself when it is a policy, and by its file's name.
 *
 * @param filename As its sender named it; a path in it counts for nothing.
 * @param now UTC ms.
 * @returns with the kinds of identifier that were taken out.
 * @throws {ReportRefused} `file-unreadable`, with what to do about it.
 */
export async function publicationOfFile(
  { filename, bytes }: { filename: string; bytes: Uint8Array },
  readDocument: ReadDocumentBytes,
  now: number,
): Promise<{ read: ReadPublication; identifiers: string[] }> {
  const name = filename.split(/[\\/]/).at(-1) || 'file';
  const original = await readDocument(name, bytes).catch((error: unknown) => {
    if (!(error instanceof ReadError)) throw error;
    throw new ReportRefused('file-unreadable', error.forPeople, error);
  });
  const { document, found: identifiers } = redactDocument(original);
  const metadata = metadataOf(name, document, now);
  const assembled = assembleText(document.blocks);
  const { text, pageStarts, headings } = assembled;
  const contentHash = hashOfFile(bytes);
  const id = `file:${contentHash.slice(0, 24)}`;
  const read = {
    publication: {
      ...metadata,
      title: redactIdentifiers(metadata.title).text,
      id,
      source: name,
      format: document.format,
      pageCount: document.pageCount,
      pageLabels: document.pageLabels,
      contentHash,
      addedAt: now,
      changedAt: now,
      retiredAt: null,
    },
    text: { text, pageStarts, headings },
    passages: splitIntoPassages(assembled).map((passage, index) => ({
      ...passage,
      id: index + 1,
      publicationId: id,
    })),
  };
  return { read, identifiers };
}

/** What somebody wrote wrongly in the head of a file is no reason not to read it. */
function metadataOf(path: string, document: ReadDocument, now: number): PublicationMetadata {
  const { frontMatter: _, ...properties } = document.properties;
  try {
    return resolveMetadata({ path, document, sidecar: null, defaults, now });
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    return resolveMetadata({
      path,
      document: { ...document, properties },
      sidecar: null,
      defaults,
      now,
    });
  }
}
