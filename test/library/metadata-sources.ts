import {
  type Block,
  type MetadataSources,
  type ReadDocument,
  resolveMetadata,
  type Sidecar,
} from '../../src/library/index.ts';

const now = Date.UTC(2026, 10, 22);

/** A PDF of one page that says nothing of itself. */
export function document(parts: Partial<ReadDocument> = {}): ReadDocument {
  return {
    format: 'pdf',
    blocks: [block('paragraph', 'Some words that are a sentence.')],
    pageCount: 1,
    pageLabels: null,
    properties: {},
    warnings: [],
    ...parts,
  };
}

export function block(kind: Block['kind'], text: string, level?: number): Block {
  return { kind, text, pages: [{ page: 1, offset: 0 }], ...(level === undefined ? {} : { level }) };
}

export function sidecar(text: string): Sidecar {
  return { fileName: 'paper.pdf.meta.yaml', bytes: new TextEncoder().encode(text), text };
}

/** The metadata of a document under the name `paper.pdf`, on 22 November 2026. */
export function resolve(sources: Partial<MetadataSources> = {}) {
  return resolveMetadata({
    path: 'papers/paper.pdf',
    document: document(),
    sidecar: null,
    now,
    ...sources,
  });
}
