import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { DataSetError } from './data-set-error.ts';
import { readJsonLines } from './read-json-lines.ts';

const identifier = z.union([z.string().min(1, 'must not be empty'), z.number()]).transform(String);

const questionSchema = z.object({
  id: identifier,
  question: z.string().trim().min(1, 'must not be empty'),
  passages: z
    .array(
      z.object({
        id: identifier,
        title: z
          .string()
          .nullish()
          .transform((value) => value ?? ''),
        text: z.string(),
      }),
    )
    .min(1, 'must hold at least one passage'),
  evidence: z.array(z.string()).default([]),
  answers: z.array(z.string()).default([]),
  answerable: z.boolean(),
});

/** A question with the passages it is to be answered from. */
export type PassageQuestion = z.infer<typeof questionSchema>;

const answersSetExpected =
  'a file with one JSON object a line: id, question, passages [{id, title, text}], evidence [], answers [], answerable (true or false)';

/**
 * Reads a data set of questions that bring their passages along.
 *
 * @throws {DataSetError} naming file, line and field.
 */
export async function readAnswersSet(path: string): Promise<PassageQuestion[]> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    throw new DataSetError(
      'data-set-missing',
      found === null ? `${path} does not exist` : `${path} is not a file`,
      { expected: answersSetExpected },
    );
  }
  const questions: PassageQuestion[] = [];
  for await (const question of readJsonLines(path, questionSchema, answersSetExpected)) {
    questions.push(question);
  }
  if (questions.length === 0) {
    throw new DataSetError('data-set-empty', `${path} holds no question`, {
      expected: answersSetExpected,
    });
  }
  return questions;
}
