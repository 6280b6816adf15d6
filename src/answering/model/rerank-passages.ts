import { z } from 'zod';
import { asData } from '../../prompting/index.ts';
import type { Reranker, RetrievedPassage } from '../../retrieval/index.ts';
import type { ModelCalls } from './model-calls.ts';

const mostPassages = 24;
/** Most searches of one exchange whose passages are put in order: each is a call that people wait for. */
const mostOrders = 3;
const mostTokens = 300;
/** UTF-16 code units of a passage that are shown. */
const shown = 400;

const form = z.object({ passages: z.array(z.string().max(16)).max(200) });

/**
 * Puts passages in order with the model of one exchange, which sees the beginning of each and can only
 * name them. It leaves them as they are when it is not understood and after the first few searches.
 *
 * Its `rerank` throws as `ModelCalls.read`.
 */
export function createModelReranker(calls: ModelCalls): Reranker {
  let orders = 0;
  return {
    mostPassages,
    rerank: async (query, passages) => {
      orders += 1;
      if (orders > mostOrders) return [];
      const answer = await calls.read(
        {
          step: 'rerank',
          prompt: 'rerank-passages',
          values: (marker) => ({
            passages: passages.map((each, at) => show(each, at, marker)).join('\n\n'),
            question: asData('question', query, marker),
          }),
          mostTokens,
        },
        form,
      );
      return (answer?.passages ?? []).map((id) => Number(/^P(\d{1,3})$/.exec(id)?.[1] ?? 0) - 1);
    },
  };
}

function show({ passage, publication }: RetrievedPassage, at: number, marker: string): string {
  return asData(`P${at + 1}, ${publication.title}`, passage.text.slice(0, shown), marker);
}
