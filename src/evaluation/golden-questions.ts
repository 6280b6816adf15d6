import { z } from 'zod';
import { feedbackReasons, feedbackVerdicts } from '../answering/index.ts';
import { audienceRanks } from '../people/index.ts';
import { DataSetError } from './data-set-error.ts';
import { readJsonLines } from './read-json-lines.ts';

const filled = z.string().trim().min(1, 'must not be empty');
const sources = z
  .union([filled, z.array(filled)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/**
 * One golden question about the sample corpus: what a person might ask, and what an answer has to
 * rest on. Fields are ours, so an unknown one is an error. Questions made of feedback say as well
 * what the person thought of the answer they got.
 */
export const goldenQuestionSchema = z
  .strictObject({
    id: filled,
    question: filled,
    /**
     * Whether whoever asks may read an answer to it in the corpus; null where nobody knows, as of a
     * question whose answer was not helpful.
     */
    answerable: z.boolean().nullable(),
    /** Who asks: what this rank may not read cannot answer. */
    audience: z.enum(audienceRanks).default('leads'),
    /**
     * Source path (or paths, when the answer may come from any of them) below `corpus/`, with `/`
     * separators. Left out when the corpus holds no answer.
     */
    publication: sources,
    /** Sentences of those publications, verbatim, any of which carries the answer. */
    evidence: z.array(filled).default([]),
    /** Short answers, any of which is right. */
    answers: z.array(filled).default([]),
    /** What the person who asked thought of the answer. */
    verdict: z.enum(feedbackVerdicts).optional(),
    /** Why they did not find it helpful. */
    reason: z.enum(feedbackReasons).optional(),
    /** What was rejected: an answer must rest neither on these publications nor on these sentences. */
    not: z.strictObject({ publication: sources, evidence: z.array(filled).default([]) }).optional(),
    /** For whoever maintains the file. */
    note: z.string().optional(),
  })
  .superRefine((value, context) => {
    const problem = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (value.answerable === null && value.verdict === undefined) {
      problem('answerable', 'must be true or false, except of a question with a verdict');
    }
    if (value.answerable && value.publication.length === 0) {
      problem('publication', 'an answerable question names the publication that answers it');
    }
    if (value.answerable && value.evidence.length === 0) {
      problem('evidence', 'an answerable question quotes at least one sentence that answers it');
    }
    if (value.answerable === false && value.evidence.length > 0) {
      problem('evidence', 'must be left out when answerable is false');
    }
    if (value.answerable === false && value.answers.length > 0) {
      problem('answers', 'must be left out when answerable is false');
    }
  });

export type GoldenQuestion = z.infer<typeof goldenQuestionSchema>;

const expected =
  'one JSON object a line with id, question, answerable, publication (path below corpus/), evidence (verbatim sentences), and optionally answers, audience, note, verdict, reason, not';

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
