import type { Log } from '../observability/log.ts';
import {
  type ChatChunk,
  type ChatModel,
  ChatModelError,
  type ChatRequest,
} from '../prompting/index.ts';

/** What an operator reads of one way to fail. */
interface LoggedFailure {
  failure: string;
  /** Status or code. */
  reason: string;
  /** What to do. */
  advice: string;
}

const withheld = {
  length: {
    failure: 'length',
    reason: 'finish-reason-length',
    advice:
      'The model wrote more than it may and was cut off. Set CHAT_MODEL to one that thinks less before it answers.',
  },
  filtered: {
    failure: 'filtered',
    reason: 'finish-reason-content-filter',
    advice: 'The filter of the service withheld an answer. Look at its settings for the model.',
  },
} as const;

/**
 * Logs how a model fails, with what to do, once for each change: `model-failed` when it fails in
 * another way than the last time, `model-recovered` when it answers again, with the number of
 * requests that failed in between. The breaker has to be outside, or its answers are logged too.
 */
export function logFailures(model: ChatModel, log: Log): ChatModel {
  let last: LoggedFailure | null = null;
  let failed = 0;

  function fail(failure: LoggedFailure): void {
    const isSame = last?.failure === failure.failure && last.reason === failure.reason;
    failed += 1;
    if (isSame) return;
    last = failure;
    log.warn({ model: model.name, ...failure }, 'model-failed');
  }

  function succeed(): void {
    if (last === null) return;
    const { failure, reason } = last;
    log.info({ model: model.name, failure, reason, failed }, 'model-recovered');
    last = null;
    failed = 0;
  }

  async function* stream(request: ChatRequest): AsyncGenerator<ChatChunk, void, undefined> {
    try {
      for await (const chunk of model.stream(request)) {
        if (chunk.kind === 'end') {
          if (chunk.reason === 'complete') succeed();
          else fail(withheld[chunk.reason]);
        }
        yield chunk;
      }
    } catch (error) {
      if (error instanceof ChatModelError) {
        fail({ failure: error.failure, reason: error.reason, advice: error.forPeople });
      }
      throw error;
    }
  }

  return { name: model.name, stream };
}
