import { z } from 'zod';
import { asData, ChatModelError } from '../../prompting/index.ts';
import type { ModelCalls } from '../model/model-calls.ts';
import { readSearchText } from './search-text.ts';

/** How a question is looked up. */
export type SearchPlan =
  /** By one search for the question as it is. */
  | { kind: 'one' }
  /** By a search for each part besides. At least two. */
  | { kind: 'several'; parts: string[] }
  /** Step by step, beginning with the parts; there may be none. */
  | { kind: 'research'; parts: string[] };

export const mostParts = 4;
const mostTokens = 1_000;
/** Of the time that is left for the model: a plan that is long in coming helps nobody. */
const shareOfTime = 0.25;

const form = z.object({
  kind: z.enum(['one', 'several', 'research']),
  parts: z.array(z.string()),
});

const one: SearchPlan = { kind: 'one' };

/**
 * Asks a model how to look a question up. Without a plan that can be followed, one search does.
 *
 * Rejects only with the reason of the signal of who asked.
 *
 * @param question - Standalone, identifiers of people redacted.
 */
export async function planSearch(calls: ModelCalls, question: string): Promise<SearchPlan> {
  const end = new AbortController();
  const timer = setTimeout(
    () => end.abort(new Error('the plan has taken its share of the time')),
    calls.timeLeft() * shareOfTime,
  );
  const plan = await calls
    .read(
      {
        step: 'plan',
        prompt: 'plan-search',
        values: (marker) => ({ question: asData('question', question, marker) }),
        mostTokens,
        signal: end.signal,
      },
      form,
    )
    .catch((error: unknown) => {
      if (error instanceof ChatModelError || error === end.signal.reason) return null;
      throw error;
    })
    .finally(() => clearTimeout(timer));
  if (plan === null || plan.kind === 'one') return one;
  const parts = readParts(plan.parts, question);
  if (plan.kind === 'several' && parts.length < 2) return one;
  return { kind: plan.kind, parts };
}

/** Those that can be searched for, none twice and none the question itself. */
function readParts(written: readonly string[], question: string): string[] {
  const known = new Set([comparable(question)]);
  const parts: string[] = [];
  for (const each of written) {
    const part = readSearchText(each);
    if (part === null || known.has(comparable(part))) continue;
    known.add(comparable(part));
    parts.push(part);
  }
  return parts.slice(0, mostParts);
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
