import type { PassageQuestion } from './answers-set.ts';
import { DataSetError } from './data-set-error.ts';
import type { AnswerCase } from './evaluate-answers.ts';
import type { AddedDocuments, EvaluationDocument } from './evaluation-library.ts';
import type { GoldenQuestion } from './golden-questions.ts';
import type { RetrievalSet } from './retrieval-set.ts';

/** Documents to add before asking, and the cases they make possible. */
export interface PreparedCases {
  documents: EvaluationDocument[];
  cases(added: AddedDocuments): AnswerCase[];
}

/**
 * Questions with their passages: every distinct passage becomes a publication of one library, and
 * each question may only be answered from its own. Passages without text are left out.
 *
 * @param limit most questions to ask, the first; the library holds the passages of all.
 */
export function preparePassageQuestions(
  questions: readonly PassageQuestion[],
  limit: number = questions.length,
): PreparedCases {
  // Ids of passages are not unique across questions in every data set; what they hold is.
  const sources = new Map<string, string>();
  const documents: EvaluationDocument[] = [];
  const sourceOf = ({ title, text }: PassageQuestion['passages'][number]): string | null => {
    if (text.trim() === '') return null;
    const key = `${title}\n${text}`;
    const known = sources.get(key);
    if (known !== undefined) return known;
    const source = `passage-${sources.size}`;
    sources.set(key, source);
    documents.push({ source, title, text });
    return source;
  };
  const sourcesOf = questions.map((question) => [
    ...new Set(question.passages.map(sourceOf).filter((source) => source !== null)),
  ]);
  return {
    documents,
    cases: ({ publicationIds }) =>
      questions.slice(0, limit).map(({ id, question, answerable, evidence, answers }, index) => ({
        id,
        question,
        answerable,
        evidence,
        evidencePublications: new Set(),
        answers,
        scope: {
          within: (sourcesOf[index] ?? []).flatMap((source) => publicationIds.get(source) ?? []),
        },
      })),
  };
}

/**
 * Judged queries, each asked twice: on the whole corpus, where its relevant documents carry the
 * answer, and with those hidden, where it should go unanswered.
 */
export function prepareLeaveOut(set: RetrievalSet): PreparedCases {
  return {
    documents: set.documents.map(({ id, title, text }) => ({ source: id, title, text })),
    cases: ({ publicationIds }) =>
      set.queries.flatMap((query): AnswerCase[] => {
        const relevant = [...query.relevance]
          .filter(([, degree]) => degree > 0)
          .flatMap(([id]) => publicationIds.get(id) ?? []);
        if (relevant.length === 0) return [];
        const common = { question: query.text, evidence: [], answers: [] };
        return [
          {
            ...common,
            id: query.id,
            answerable: true,
            evidencePublications: new Set(relevant),
            scope: {},
          },
          {
            ...common,
            id: `${query.id} (left out)`,
            answerable: false,
            evidencePublications: new Set(),
            scope: { without: relevant },
          },
        ];
      }),
  };
}

/**
 * Golden questions, asked of the whole corpus.
 *
 * @throws {DataSetError} when a question names a publication that the corpus does not hold.
 */
export function goldenCases(
  questions: readonly GoldenQuestion[],
  { publicationIds }: AddedDocuments,
): AnswerCase[] {
  return questions.map(
    ({ id, question, answerable, audience, evidence, answers, publication, not }) => ({
      id,
      question,
      answerable,
      evidence,
      evidencePublications: idsOf(publication, id, publicationIds),
      answers,
      scope: { audience },
      ...(not && {
        rejected: {
          publications: idsOf(not.publication, id, publicationIds),
          evidence: not.evidence,
        },
      }),
    }),
  );
}

function idsOf(
  sources: readonly string[],
  question: string,
  publicationIds: AddedDocuments['publicationIds'],
): Set<string> {
  return new Set(
    sources.map((source) => {
      const id = publicationIds.get(source);
      if (id !== undefined) return id;
      throw new DataSetError(
        'data-set-invalid',
        `question ${question}: publication ${source} is not in the corpus`,
      );
    }),
  );
}
