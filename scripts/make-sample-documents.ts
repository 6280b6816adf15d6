/**
 * Writes the sample publications that are not plain text from their sources in
 * `scripts/sample-documents/`: `npm run sample-documents [-- FOLDER]`, by default into
 * `corpus/`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDocuments } from './sample-documents/make-documents.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'corpus');
for (const { fileName, bytes } of await makeDocuments()) {
  await writeFile(join(folder, fileName), bytes);
  process.stdout.write(`${fileName}: ${bytes.length} bytes\n`);
}
