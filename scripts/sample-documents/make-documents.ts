import { readFile } from 'node:fs/promises';
import { makePaperPdf } from './paper-pdf.ts';
import { parseSourceText } from './source-text.ts';
import { makeWordDocument } from './word-document.ts';

/** A sample document as it belongs into `corpus/`. */
export interface SampleDocument {
  fileName: string;
  bytes: Buffer;
}

/** Makes the sample publications that are not plain text. The same sources give the same bytes. */
export async function makeDocuments(): Promise<SampleDocument[]> {
  const paper = await makePaperPdf(await readSource('measuring-outcomes.md'), {
    author: 'Valley district evaluation group',
    runningTitle: 'Measuring joint working by what patients achieve',
    date: new Date('2023-10-05T09:00:00Z'),
  });
  const letters = await makeWordDocument(await readSource('letters-between-clinicians.md'), {
    author: 'Northmere letters group',
    date: new Date('2023-11-15T09:00:00Z'),
  });
  return [
    { fileName: 'measuring-outcomes.pdf', bytes: paper },
    { fileName: 'letters-between-clinicians.docx', bytes: letters },
  ];
}

async function readSource(name: string) {
  return parseSourceText(await readFile(new URL(name, import.meta.url), 'utf8'));
}
