import type { ChatModel, ChatRequest } from '../../prompting/index.ts';
import { callKey } from './call-key.ts';
import { isFinal } from './record-calls.ts';
import type { Recording } from './recording.ts';
import { sayAgain } from './replay-calls.ts';

/** OpenAI's rule of thumb for English: https://help.openai.com/en/articles/4936856 */
const charactersPerToken = 4;
/** What an answer of a few claims with their quotes takes. */
const usualTokens = 500;

/** Says nothing, in the form that is asked for: a reader of several sections goes on to the next. */
const noClaims = '{"claims": []}';

/** What recording would ask, at least. */
export interface CallEstimate {
  calls: number;
  /** Tokens. */
  input: number;
  /** Tokens. */
  output: number;
}

export interface EstimatingModel extends ChatModel {
  readonly estimate: Readonly<CallEstimate>;
}

/**
 * Counts what a recording still lacks, without asking anybody. Calls that only follow from an answer,
 * such as second attempts or putting together what sections say, are not foreseen.
 */
export function estimateCalls(recording: Recording): EstimatingModel {
  const estimate: CallEstimate = { calls: 0, input: 0, output: 0 };
  const counted = new Set<string>();
  return {
    name: recording.header.model,
    estimate,
    async *stream(request) {
      const key = callKey(request);
      const known = recording.find(key);
      if (known !== null && isFinal(known)) {
        yield* sayAgain(known, request.signal);
        return;
      }
      if (!counted.has(key)) {
        counted.add(key);
        const characters = request.messages.reduce((sum, { content }) => sum + content.length, 0);
        estimate.calls += 1;
        estimate.input += Math.ceil(characters / charactersPerToken);
        estimate.output += Math.min(request.mostTokens, usualTokens);
      }
      if (asksForClaims(request)) yield { kind: 'text', text: noClaims };
      yield { kind: 'end', reason: 'complete', usage: null };
    },
  };
}

function asksForClaims({ output: { schema } }: ChatRequest): boolean {
  const { properties } = schema;
  return typeof properties === 'object' && properties !== null && 'claims' in properties;
}
