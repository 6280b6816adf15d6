import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { assembleText, type Publication, splitIntoPassages } from '../../src/library/index.ts';
import { documentFromBytes } from '../../src/library/readers/document-from-bytes.ts';
import type { ReadPublication } from '../../src/summaries/index.ts';
import { samplePublication } from './sample-publication.ts';

/** A file as the library would have read it. */
export async function readSampleFile(
  path: string,
  overrides: Partial<Publication> = {},
): Promise<ReadPublication> {
  return readSample(readFileSync(path), basename(path), overrides);
}

/** Markdown as the library would have read it. */
export async function readSampleText(
  markdown: string,
  overrides: Partial<Publication> = {},
): Promise<ReadPublication> {
  return readSample(new TextEncoder().encode(markdown), 'sample.md', overrides);
}

async function readSample(
  bytes: Uint8Array,
  name: string,
  overrides: Partial<Publication>,
): Promise<ReadPublication> {
  const document = await documentFromBytes(bytes, name, { inflatedBytes: 50_000_000 });
  const { frontMatter, title, date } = document.properties;
  const id = overrides.id ?? createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const publication = samplePublication({
    id,
    source: name,
    kind: 'paper',
    title: title ?? name,
    date: date ?? dateOf(frontMatter?.date),
    format: document.format,
    pageCount: document.pageCount,
    ...(typeof frontMatter?.kind === 'string'
      ? { kind: frontMatter.kind as Publication['kind'] }
      : {}),
    ...overrides,
  });
  const text = assembleText(document.blocks);
  const passages = splitIntoPassages(text).map((draft, index) => ({
    ...draft,
    id: index + 1,
    publicationId: id,
  }));
  return { publication, text, passages };
}

function dateOf(written: unknown): string | null {
  if (written instanceof Date) return written.toISOString().slice(0, 10);
  return typeof written === 'string' ? written : null;
}
