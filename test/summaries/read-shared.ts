import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  assembleText,
  defaultReadLimits,
  type Publication,
  resolveMetadata,
  splitIntoPassages,
} from '../../src/library/index.ts';
import { documentFromBytes } from '../../src/library/readers/document-from-bytes.ts';
import type { ReadPublication } from '../../src/summaries/index.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const folders = ['documents', 'partnership'];

/** Whether the real documents are there. */
export const isSharedPresent = existsSync(`${shared}documents/manifest.jsonl`);

/** Paths below the folder of all that could be read, readable or not. */
export function sharedFiles(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(`${shared}${folder}`)
      .filter((file) => !/\.(?:jsonl|yaml)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
}

export const sharedBytes = (file: string): Uint8Array => readFileSync(`${shared}${file}`);

/** A real document as the library would hold it; null when it cannot be read. */
export async function readShared(file: string): Promise<ReadPublication | null> {
  const bytes = sharedBytes(file);
  if (bytes.length === 0) return null;
  const name = file.split('/').at(-1) ?? file;
  const document = await documentFromBytes(bytes, name, defaultReadLimits).catch(() => null);
  if (document === null) return null;
  const metadata = resolveMetadata({
    path: name,
    document,
    sidecar: null,
    defaults: { audience: 'members' },
    now: Date.UTC(2026, 10, 22),
  });
  const publication: Publication = {
    ...metadata,
    id: file,
    source: file,
    format: document.format,
    pageCount: document.pageCount,
    pageLabels: document.pageLabels,
    contentHash: file,
    addedAt: 0,
    changedAt: 0,
    retiredAt: null,
  };
  const assembled = assembleText(document.blocks);
  return {
    publication,
    text: {
      text: assembled.text,
      pageStarts: assembled.pageStarts,
      headings: assembled.headings,
    },
    passages: splitIntoPassages(assembled).map((draft, index) => ({
      ...draft,
      id: index + 1,
      publicationId: file,
    })),
  };
}
