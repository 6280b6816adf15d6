import { ConcordError } from '../../errors.ts';
import {
  type ChatChunk,
  type ChatModel,
  ChatModelError,
  type ChatRequest,
  type TokenUsage,
} from '../../prompting/index.ts';
import { callKey } from './call-key.ts';
import { type RecordedCall, writeDown } from './recorded-call.ts';
import type { KnownCall, OpenRecording } from './recording.ts';
import { sayAgain } from './replay-calls.ts';

/** What was done for a recording so far. */
export interface RecordedCounts {
  /** Calls that the service was asked, */
  asked: number;
  /** of these failed, */
  failed: number;
  /** and calls that were there already. */
  reused: number;
  /** Of those that the service was asked, as far as it says. */
  usage: TokenUsage;
}

/** So many failures in a row end a recording: those to come would be alike. */
const mostFailures = 3;

export interface RecordingModel extends ChatModel {
  readonly counts: Readonly<RecordedCounts>;
}

/**
 * Asks a model and writes down what is asked, what comes and when. What is in the recording already
 * is not asked again, unless the service had failed. What a caller stops is not written down.
 *
 * Its streams throw a {@link ConcordError} `recording-stopped` when the service fails again and again.
 */
export function recordCalls(model: ChatModel, recording: OpenRecording): RecordingModel {
  const counts: RecordedCounts = {
    asked: 0,
    failed: 0,
    reused: 0,
    usage: { input: 0, cachedInput: 0, output: 0 },
  };

  let failedInARow = 0;

  async function* ask(request: ChatRequest, key: string): AsyncGenerator<ChatChunk> {
    const { prompt, request: written } = writeDown(request);
    const startedAt = performance.now();
    const elapsed = (): number => Math.round(performance.now() - startedAt);
    const call: RecordedCall = {
      kind: 'call',
      key,
      prompt,
      prompt_hash: recording.header.prompts[prompt] ?? null,
      request: written,
      chunks: [],
      end: null,
      failure: null,
    };
    counts.asked += 1;
    let isStopped = false;
    try {
      for await (const chunk of model.stream(request)) {
        if (chunk.kind === 'text') call.chunks.push([elapsed(), chunk.text]);
        else {
          call.end = { ms: elapsed(), reason: chunk.reason, usage: chunk.usage };
          count(counts.usage, chunk.usage);
          failedInARow = 0;
        }
        yield chunk;
      }
    } catch (error) {
      isStopped = !(error instanceof ChatModelError);
      if (error instanceof ChatModelError) {
        const { failure, reason } = error;
        counts.failed += 1;
        call.failure = { ms: elapsed(), failure, reason };
        failedInARow = failure === 'refused' ? 0 : failedInARow + 1;
        if (failedInARow >= mostFailures) throw stopped(error);
      }
      throw error;
    } finally {
      if (!isStopped && request.signal?.aborted !== true) await recording.add(call);
    }
  }

  return {
    name: model.name,
    counts,
    async *stream(request) {
      request.signal?.throwIfAborted();
      const key = callKey(request);
      const known = recording.find(key);
      if (known === null || !isFinal(known)) {
        yield* ask(request, key);
        return;
      }
      counts.reused += 1;
      yield* sayAgain(known, request.signal);
    },
  };
}

/** Whether asking again would say no more about the model. */
export function isFinal({ failure }: KnownCall): boolean {
  return failure === null || failure.failure === 'refused';
}

function count(sum: TokenUsage, usage: TokenUsage | null): void {
  if (usage === null) return;
  sum.input += usage.input;
  sum.cachedInput += usage.cachedInput;
  sum.output += usage.output;
}

function stopped(cause: ChatModelError): ConcordError {
  return new ConcordError('recording-stopped', `recording stopped: ${cause.message}`, {
    cause,
    forPeople: cause.forPeople,
  });
}
