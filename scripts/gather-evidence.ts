import { join } from 'node:path';
import { type AnswerRequest, readEvidence } from '../src/answering/answer-from-passages.ts';
import type { EvidenceFeatures } from '../src/answering/evidence/measure-evidence.ts';
import type { SentenceFeatures } from '../src/answering/extract/sentence-features.ts';
import { openEvaluationLibrary } from '../src/compose-evaluation.ts';
import { readConfig } from '../src/config.ts';
import {
  type AnswerCase,
  type PreparedCases,
  prepareLeaveOut,
  preparePassageQuestions,
  readAnswersSet,
  readRetrievalSet,
} from '../src/evaluation/index.ts';
import { overlapsEvidence } from '../src/evaluation/scorers/evidence-overlap.ts';
import { audiencesUpTo } from '../src/people/index.ts';

/** What was measured for one question. */
export interface GatheredCase {
  answerable: boolean;
  evidence: EvidenceFeatures;
  /** The candidates, and which of them carry the answer; none are marked where nobody knows. */
  sentences: { features: SentenceFeatures; carries: boolean }[];
}

export interface GatheredSet {
  name: string;
  cases: GatheredCase[];
}

/** Asks every question of a data set as the assistant would and notes what it weighs. */
export async function gatherEvidence(directory: string, name: string): Promise<GatheredSet> {
  const prepared = await prepare(directory, name);
  const library = await openEvaluationLibrary(readConfig({ EMBEDDER: 'local' }, process.cwd()));
  try {
    const cases = prepared.cases(await library.add(prepared.documents, () => {}));
    const gathered: GatheredCase[] = [];
    for (const each of cases) {
      const found = await library.retriever.retrieve({
        query: each.question,
        audiences: audiencesUpTo('staff'),
        ...(each.scope.within && { within: each.scope.within }),
        ...(each.scope.without && { without: each.scope.without }),
      });
      const texts: NonNullable<AnswerRequest['texts']> = new Map(
        await Promise.all(
          found.passages.map(async ({ publication: { id } }) => {
            const text = await library.publicationText(id);
            if (text === null) throw new Error(`publication ${id} vanished`);
            return [id, text] as const;
          }),
        ),
      );
      const statistics = library.engine.termStatistics;
      gathered.push(note(each, { question: each.question, found, statistics, texts }));
    }
    return { name, cases: gathered };
  } finally {
    await library.close();
  }
}

function note(each: AnswerCase, request: AnswerRequest): GatheredCase {
  const { ranked, features } = readEvidence(request);
  return {
    // Known of every question of these sets; only those made of feedback leave it open.
    answerable: each.answerable === true,
    evidence: features,
    sentences: ranked.map(({ candidate, features: own }) => ({
      features: own,
      carries: each.evidence.length > 0 && overlapsEvidence([candidate.text], each.evidence),
    })),
  };
}

async function prepare(directory: string, name: string): Promise<PreparedCases> {
  return name.startsWith('answers/')
    ? preparePassageQuestions(await readAnswersSet(join(directory, `${name}.jsonl`)))
    : prepareLeaveOut(await readRetrievalSet(join(directory, name)));
}
