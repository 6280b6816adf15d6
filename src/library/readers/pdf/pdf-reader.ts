import type { ReadDocument } from '../../document.ts';
import type { ReaderInput } from '../document-from-bytes.ts';

export async function readPdf(_input: ReaderInput): Promise<ReadDocument> {
  return {
    format: 'pdf',
    blocks: [],
    pageCount: 0,
    pageLabels: null,
    properties: {},
    warnings: [],
  };
}
