import { asData } from '../../prompting/index.ts';
import type { OfferedClaim } from './claim-draft.ts';
import type { ModelCall, ModelCalls } from './model-calls.ts';
import { type ClaimsRead, readClaims } from './read-claims.ts';
import { type LabelledPassages, showPassages } from './show-passages.ts';

/**
 * Asks a model for claims on a question, with the passages it may quote, and reads them as they
 * arrive.
 *
 * @throws as `ModelCalls.stream`.
 */
export type AskForClaims = (call: ModelCall) => AsyncGenerator<OfferedClaim, ClaimsRead, void>;

export function createAskForClaims(
  calls: ModelCalls,
  question: string,
  passages: LabelledPassages,
): AskForClaims {
  return (call) =>
    readClaims(
      calls.stream({
        ...call,
        values: (marker) => ({
          question: asData('question', question, marker),
          passages: showPassages(passages, marker),
          ...call.values(marker),
        }),
        onEnd: (reason) => {
          if (reason !== 'complete') calls.run.failure = reason;
        },
      }),
    );
}
