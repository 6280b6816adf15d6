import type { Clock } from '../../clock.ts';
import type { Audience } from '../../people/index.ts';
import { cacheKeyOf } from './cache-key.ts';
import type { CachedAnswer, CachedAnswers } from './cached-answers.ts';

export interface AnswerCacheParts {
  answers: CachedAnswers;
  /** Changes whenever a search may find something else. */
  libraryState(): Promise<string>;
  /** Changes with the model, its prompts and its settings. */
  composer: string;
  clock: Clock;
}

/** Finds the answer to a question that was answered before. */
export interface AnswerCache {
  /** What the answer to a standalone question is kept under, now and for these audiences. */
  keyOf(question: string, audiences: readonly Audience[]): Promise<string>;
  find(key: string): Promise<CachedAnswer | null>;
}

export function createAnswerCache(parts: AnswerCacheParts): AnswerCache {
  const { answers, clock, composer } = parts;
  return {
    keyOf: async (question, audiences) =>
      cacheKeyOf({
        question,
        audiences,
        libraryState: await parts.libraryState(),
        composer,
        now: clock.now(),
      }),
    find: answers.find,
  };
}
