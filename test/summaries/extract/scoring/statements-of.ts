import type { ReadPublication } from '../../../../src/summaries/index.ts';
import { readStatements } from '../../../../src/summaries/index.ts';
import { publicationOf } from '../../model/summary-setting.ts';

/** A publication of one paragraph, without headings. */
export function plainRead(sentences: readonly string[], title = ''): ReadPublication {
  const read = publicationOf([{ heading: 'Report', paragraphs: [sentences.join(' ')] }], { title });
  return { ...read, text: { ...read.text, headings: [] } };
}

/** Statements of a text as they are read from a publication. */
export const statementsOf = (...sentences: string[]) => readStatements(plainRead(sentences));
