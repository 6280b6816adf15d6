import { join } from 'node:path';
import {
  assembleText,
  createDocumentReaders,
  findSourceFiles,
  type PublicationMetadata,
  type ReadDocument,
  readSidecar,
  resolveMetadata,
} from '../../src/library/index.ts';

export const corpusFolder = join(import.meta.dirname, '..', '..', 'corpus');

/** A sample publication as the library reads it. */
export interface SamplePublication {
  source: string;
  document: ReadDocument;
  metadata: PublicationMetadata;
  text: string;
}

/** Later than every embargo and date of the samples, so that no guess depends on the day. */
const now = Date.UTC(2031, 0, 1);

/** Reads the whole sample corpus through the production readers. */
export async function readSampleCorpus(): Promise<SamplePublication[]> {
  const readers = createDocumentReaders({ processes: 2 });
  try {
    const { files } = await findSourceFiles([corpusFolder]);
    return await Promise.all(
      files.map(async ({ path, relativePath }) => {
        const [document, sidecar] = await Promise.all([readers.read(path), readSidecar(path)]);
        const metadata = resolveMetadata({ path: relativePath, document, sidecar, now });
        const { text } = assembleText(document.blocks);
        return { source: relativePath, document, metadata, text };
      }),
    );
  } finally {
    await readers.close();
  }
}
