import { contentOfDocument, readSummariesSet } from '../src/evaluation/index.ts';
import { rougeWords } from '../src/evaluation/scorers/rouge-words.ts';
import {
  type MeasuredStatement,
  measureStatements,
} from '../src/summaries/extract/scoring/measure-statements.ts';
import { readStatements } from '../src/summaries/index.ts';

/** A document's statements with their features, and the words of the summaries people wrote. */
export interface StatedDocument {
  statements: MeasuredStatement[];
  references: string[][];
}

/** Reads a data set as the library would. */
export async function gatherStatements(path: string): Promise<StatedDocument[]> {
  const documents = await readSummariesSet(path);
  return documents.map(({ id, title, document, references }) => {
    const content = contentOfDocument({ source: id, title, text: document }, 0);
    const { publication } = content;
    const passages = content.passages.map((passage, index) => ({
      ...passage,
      id: index + 1,
      publicationId: publication.id,
    }));
    return {
      statements: measureStatements(readStatements({ ...content, passages }), publication),
      references: references.map(rougeWords),
    };
  });
}
