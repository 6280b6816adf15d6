import type { Log } from '../../observability/log.ts';
import type { RetrievedPassage } from '../../retrieval/index.ts';
import type { SearchParts, SearchScope } from '../find-passages.ts';
import type { ModelCalls } from '../model/model-calls.ts';
import { createLibraryDesk, type LibraryDesk } from './library-desk.ts';
import { createResearchNotes } from './research-notes.ts';

export interface ResearchRequest extends SearchScope {
  /** Standalone, identifiers of people redacted. */
  question: string;
  /** What was found so far, a list for each search, best first. */
  found: readonly (readonly RetrievedPassage[])[];
  /** Told before each step, from 1. */
  onStep(step: number): void;
}

export interface ResearchParts {
  search: Pick<SearchParts, 'retriever' | 'passagesOf'>;
  calls: ModelCalls;
  log: Log;
}

/** Calls of the model. */
const mostSteps = 6;
/** Searches and readings, which are many times cheaper. */
const mostLookups = 8;
/** Steps in a row that bring nothing new. */
const mostIdleSteps = 2;
/** Input and output together, after which no step begins; one takes some 8,000 when there is much to read. */
const mostTokens = 30_000;
/** Of the time that is left for the model: most of it is for the answer. */
const shareOfTime = 0.4;

const loadAgent = () => import('./research-agent.ts');

/** Begins to load what research needs, so that it is there when a model has made a plan. */
export function prepareResearch(): void {
  loadAgent().catch(() => {
    // It is told of when it is wanted.
  });
}

/**
 * Looks further for a question that one search does not answer: a model says what to search for next.
 * Bounded in steps, lookups, tokens and time; at a bound, and when the model fails, what was gathered
 * is what there is. Gives all of it, the best of each search first.
 *
 * Rejects with the reason of the signal of who asked, and when the library cannot be read.
 */
export async function researchLibrary(
  { search, calls, log }: ResearchParts,
  { question, found, audiences, signal: stop, onStep }: ResearchRequest,
): Promise<RetrievedPassage[]> {
  const notes = createResearchNotes();
  for (const passages of found) notes.add(passages);
  const end = new AbortController();
  const timer = setTimeout(
    () => end.abort(new Error('research has taken its share of the time')),
    calls.timeLeft() * shareOfTime,
  );
  const signal = stop === undefined ? end.signal : AbortSignal.any([stop, end.signal]);
  /** Why the library cannot be read. */
  const broken: unknown[] = [];
  let lookups = 0;
  const desk = watch(createLibraryDesk({ search, audiences, notes, signal }), {
    onLookup: () => {
      lookups += 1;
    },
    onError: (error) => {
      if (signal.aborted) return;
      // LangChain would let the model read the error and try again.
      broken.push(error);
      end.abort(error);
    },
  });
  const mostUsed = used(calls) + mostTokens;
  let idleSteps = 0;
  let size = -1;
  const mayGoOn = (): boolean => {
    idleSteps = notes.size === size ? idleSteps + 1 : 0;
    size = notes.size;
    return idleSteps < mostIdleSteps && lookups < mostLookups && used(calls) < mostUsed;
  };
  try {
    const { runResearchAgent } = await loadAgent();
    const bounds = { mostSteps, mostLookups, mayGoOn };
    await runResearchAgent({ calls, notes, question, desk, signal, onStep, ...bounds });
  } catch (error) {
    if (!signal.aborted) {
      // Its words may hold the model's.
      log.warn({ error: error instanceof Error ? error.name : typeof error }, 'research-failed');
    }
  } finally {
    clearTimeout(timer);
  }
  stop?.throwIfAborted();
  if (broken.length > 0) throw broken[0];
  return notes.gathered();
}

/** The same desk, which tells of what is done at it. */
function watch(
  desk: LibraryDesk,
  { onLookup, onError }: { onLookup(): void; onError(error: unknown): void },
): LibraryDesk {
  const watched = (look: () => Promise<string>): Promise<string> => {
    onLookup();
    return look().catch((error: unknown) => {
      onError(error);
      throw error;
    });
  };
  return {
    search: (query, publication) => watched(() => desk.search(query, publication)),
    readAround: (passage) => watched(() => desk.readAround(passage)),
  };
}

function used({ run: { usage } }: ModelCalls): number {
  return usage.input + usage.output;
}
