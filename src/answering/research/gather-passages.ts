import type { PublicationText } from '../../library/index.ts';
import type { Log } from '../../observability/log.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { AskProgress } from '../exchange.ts';
import {
  type FoundPassages,
  findPassages,
  type SearchParts,
  type SearchScope,
} from '../find-passages.ts';
import type { ModelCalls } from '../model/model-calls.ts';
import { type CompositeCue, compositeCueOf } from './composite-cue.ts';
import { mergeByRank } from './merge-by-rank.ts';
import { planSearch, type SearchPlan } from './plan-search.ts';
import { prepareResearch, researchLibrary } from './research-library.ts';
import { splitQuestions } from './split-questions.ts';

/** What an answer is composed from. */
export interface GatheredPassages {
  /** Best first, or the best of each search first. */
  passages: readonly RetrievedPassage[];
  /** Of the passages' publications, by id. */
  texts: ReadonlyMap<string, PublicationText>;
  /** Whether they were gathered to be set side by side, or to see what has become different. */
  isComparison: boolean;
}

/**
 * Gathers what a model needs to answer a question: what a single search has found and, where that may
 * not do, what searches for its parts find, or what a model finds step by step.
 *
 * @param first - What the single search for the question has found.
 */
export async function gatherPassages(
  parts: SearchParts & { log: Log },
  first: FoundPassages,
  request: SearchScope & { onProgress?(progress: AskProgress): void },
  calls: ModelCalls,
): Promise<GatheredPassages> {
  const { question, found, texts } = first;
  const cue = compositeCueOf(question);
  const plan = await choosePlan(question, cue, request, calls);
  if (plan.kind === 'one') return { passages: found.passages, texts, isComparison: false };
  if (plan.parts.length > 1) {
    request.onProgress?.({ kind: 'searching-parts', parts: plan.parts.length });
  }
  const ofParts = await Promise.all(plan.parts.map((part) => findPassages(parts, part, request)));
  const searches = [found.passages, ...ofParts.map((part) => part.found.passages)];
  const passages =
    plan.kind === 'several'
      ? mergeByRank(searches)
      : await researchLibrary(
          { search: parts, calls, log: parts.log },
          {
            question,
            found: searches,
            audiences: request.audiences,
            signal: request.signal,
            onStep: (step) => request.onProgress?.({ kind: 'researching', step }),
          },
        );
  const known = new Map([texts, ...ofParts.map((part) => part.texts)].flatMap((each) => [...each]));
  const isComparison = cue === 'comparison' || cue === 'change';
  return { passages, texts: await complete(known, passages, parts), isComparison };
}

/** The plan of a model, where a rule does not see as well what there is to search for. */
async function choosePlan(
  question: string,
  cue: CompositeCue | null,
  request: { onProgress?(progress: AskProgress): void },
  calls: ModelCalls,
): Promise<SearchPlan> {
  if (cue === null) return { kind: 'one' };
  if (cue === 'questions') {
    const parts = splitQuestions(question);
    if (parts.length > 1) return { kind: 'several', parts };
  }
  request.onProgress?.({ kind: 'planning' });
  prepareResearch();
  return planSearch(calls, question);
}

/** The texts with those that are missing for some passages. */
async function complete(
  texts: ReadonlyMap<string, PublicationText>,
  passages: readonly RetrievedPassage[],
  parts: SearchParts,
): Promise<ReadonlyMap<string, PublicationText>> {
  const missing = new Set(passages.map(({ publication }) => publication.id));
  for (const id of texts.keys()) missing.delete(id);
  if (missing.size === 0) return texts;
  return new Map([...texts, ...(await parts.publicationTexts([...missing]))]);
}
