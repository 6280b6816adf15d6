import { z } from 'zod';
import { audienceRanks } from '../people/index.ts';
import { DataSetError } from './data-set-error.ts';
import { readJsonLines } from './read-json-lines.ts';

const filled = z.string().trim().min(1, 'must not be empty');

/**
 * One golden question about the sample corpus: what a person might ask, and what an answer has to
 * rest on. Fields are ours, so an unknown one is an error.
 */
export const goldenQuestionSchema = z
  .strictObject({
    id: filled,
    question: filled,
    /** Whether whoever asks may read an answer to it in the corpus. */
    answerable: z.boolean(),
    /** Who asks: what this rank may not read cannot answer. */
    audience: z.enum(audienceRanks).default('leads'),
    /**
     * Source path (or paths, when the answer may come from any of them) below `corpus/`, with `/`
     * separators. Left out when the corpus holds no answer.
     */
    publication: z
      .union([filled, z.array(filled)])
      .optional()
      .transform((value) => (value === undefined ? [] : [value].flat())),
    /** Sentences of those publications, verbatim, any of which carries the answer. */
    evidence: z.array(filled).default([]),
    /** Short answers, any of which is right. */
    answers: z.array(filled).default([]),
    /** For whoever maintains the file. */
    note: z.string().optional(),
  })
  .superRefine((value, context) => {
    const problem = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (value.answerable && value.publication.length === 0) {
      problem('publication', 'an answerable question names the publication that answers it');
    }
    if (value.answerable && value.evidence.length === 0) {
      problem('evidence', 'an answerable question quotes at least one sentence that answers it');
    }
    if (!value.answerable && value.evidence.length > 0) {
      problem('evidence', 'must be left out when answerable is false');
    }
    if (!value.answerable && value.answers.length > 0) {
      problem('answers', 'must be left out when answerable is false');
    }
  });

export type GoldenQuestion = z.infer<typeof goldenQuestionSchema>;

const expected =
  'one JSON object a line with id, question, answerable, publication (path below corpus/), evidence (verbatim sentences), and optionally answers, audience, note';

/**
 * Reads `questions.jsonl` of a corpus.
 *
 * @throws {DataSetError} naming file, line and field; `data-set-empty` when there is no question.
 */
export async function readGoldenQuestions(path: string): Promise<GoldenQuestion[]> {
  const questions = new Map<string, GoldenQuestion>();
  for await (const question of readJsonLines(path, goldenQuestionSchema, expected)) {
    if (questions.has(question.id)) {
      throw new DataSetError('data-set-invalid', `${path}: id ${question.id} occurs twice`);
    }
    questions.set(question.id, question);
  }
  if (questions.size === 0) throw new DataSetError('data-set-empty', `${path} holds no question`);
  return [...questions.values()];
}
