import type { z } from 'zod';
import {
  type ChatChunk,
  type ChatModel,
  ChatModelError,
  type ChatModelFailure,
  type ChatRequest,
  type Prompt,
  type Prompts,
  type TokenUsage,
} from '../../prompting/index.ts';
import { createStopwatch, type Stopwatch } from '../stopwatch.ts';
import { type CallGate, createCallGate } from './call-gate.ts';
import { estimateUsage } from './estimate-usage.ts';
import type { ModelRun, ModelStep, ModelStepRun } from './model-run.ts';

export interface ModelCallsParts {
  model: ChatModel;
  prompts: Prompts;
  /** Of `createMarker`, new for each call. */
  newMarker(): string;
  /** Where everything is counted. */
  run: ModelRun;
  /** Of who asked: rejects with its reason. */
  signal?: AbortSignal | undefined;
  /** How long the model may be waited for in all calls together, from now on. */
  timeoutMs: number;
  /** Off when left out. */
  secondOpinion?: boolean | undefined;
  /** Runs while the model is waited for. */
  waiting?: Stopwatch | undefined;
  /** One of its own when left out. */
  gate?: CallGate | undefined;
}

export interface ModelCall {
  step: ModelStep;
  /** Name of the prompt. */
  prompt: string;
  /** Of the prompt's variables but `marker`, which is in all prompts and with which data is delimited. */
  values(marker: string): Record<string, string>;
  /** Most tokens of output. */
  mostTokens: number;
  /** Ends this call, and no other: rejects with its reason. */
  signal?: AbortSignal | undefined;
  /** Told how the output ended, when it did not fail. */
  onEnd?(reason: EndReason): void;
}

export type EndReason = 'complete' | 'length' | 'filtered';

/**
 * Asks a model, for one exchange, and counts what that takes. Once the service has failed it is not
 * asked again: all later calls fail alike, at once.
 */
export interface ModelCalls {
  readonly run: ModelRun;
  /** Whether claims that paraphrase are to be judged by it, once they have passed all checks. */
  readonly secondOpinion: boolean;
  /**
   * Where whoever makes many long calls waits for a place, with all others who do. It is not for
   * calls that somebody waits for: those must find a place left.
   */
  readonly gate: CallGate;
  /** How long the model may still be waited for, in all calls together; ms, from 0. */
  timeLeft(): number;
  /**
   * The model's output as it comes.
   *
   * @throws {ChatModelError}
   * @throws the reason of the signal of who asked, or of the call.
   */
  stream(call: ModelCall): AsyncIterable<string>;
  /**
   * The model's output as a whole; null when it is not of the form asked for, or incomplete.
   *
   * @throws as `stream`.
   */
  read<T>(call: ModelCall, form: z.ZodType<T>): Promise<T | null>;
  /** Ends the time limit. */
  close(): void;
}

const defaultAtOnce = 3;
/** Failures after which the service has read nothing that it could charge for. */
const unread: ReadonlySet<ChatModelFailure> = new Set([
  'unavailable',
  'rate-limited',
  'misconfigured',
]);
/** Failures of one output, after which another may be had. */
const passing: ReadonlySet<ChatModelFailure> = new Set(['refused', 'cut-off']);

export function createModelCalls(parts: ModelCallsParts): ModelCalls {
  const { model, prompts, run, signal } = parts;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(overdue(parts.timeoutMs)), parts.timeoutMs);
  const overAt = performance.now() + parts.timeoutMs;
  const bound = anyOf(signal, limit.signal);
  let failed: ChatModelError | null = null;

  async function* stream({ step, prompt: name, values, mostTokens, onEnd, ...call }: ModelCall) {
    signal?.throwIfAborted();
    call.signal?.throwIfAborted();
    if (failed !== null) throw failed;
    const prompt = prompts.get(name);
    if (!run.prompts.includes(prompt.hash)) run.prompts.push(prompt.hash);
    const marker = parts.newMarker();
    const content = prompt.fill({ ...values(marker), marker });
    const request: ChatRequest = {
      messages: [{ role: 'user', content }],
      output: requireOutput(prompt),
      mostTokens,
      signal: anyOf(call.signal, bound),
    };
    const taken = stepOf(run, step);
    taken.calls += 1;
    let received = 0;
    let usage: TokenUsage | null = null;
    let isFree = false;
    try {
      for await (const chunk of timed(model.stream(request), taken, parts.waiting)) {
        if (chunk.kind === 'text') {
          received += chunk.text.length;
          yield chunk.text;
          continue;
        }
        usage = chunk.usage;
        onEnd?.(chunk.reason);
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (!limit.signal.aborted) call.signal?.throwIfAborted();
      const failure = limit.signal.aborted ? limit.signal.reason : error;
      if (failure instanceof ChatModelError) {
        isFree = received === 0 && unread.has(failure.failure);
        if (!passing.has(failure.failure)) failed = failure;
      }
      throw failure;
    } finally {
      // Also when whoever reads has read enough, or has stopped: it is charged all the same.
      if (!isFree) add(run.usage, usage ?? estimateUsage(content.length, received));
    }
  }

  return {
    run,
    secondOpinion: parts.secondOpinion ?? false,
    gate: parts.gate ?? createCallGate(defaultAtOnce),
    // A timer may end a moment before the clock says so.
    timeLeft: () => (limit.signal.aborted ? 0 : Math.max(0, overAt - performance.now())),
    stream,
    read: async (call, form) => {
      let text = '';
      let isComplete = false;
      const onEnd = (reason: EndReason): void => {
        isComplete = reason === 'complete';
      };
      for await (const piece of stream({ ...call, onEnd })) text += piece;
      return isComplete ? parse(text, form) : null;
    },
    close: () => clearTimeout(timer),
  };
}

/** The same chunks; counts how long each is waited for. */
async function* timed(
  chunks: AsyncIterable<ChatChunk>,
  taken: ModelStepRun,
  waiting: Stopwatch = createStopwatch(),
): AsyncGenerator<ChatChunk> {
  const iterator = chunks[Symbol.asyncIterator]();
  let isDone = false;
  try {
    for (;;) {
      const askedAt = performance.now();
      const next = await waiting
        .time(() => iterator.next())
        .finally(() => {
          taken.ms += performance.now() - askedAt;
        });
      isDone = next.done === true;
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    isDone = true;
    throw error;
  } finally {
    if (!isDone) await iterator.return?.();
  }
}

function anyOf(one: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return one === undefined ? other : AbortSignal.any([one, other]);
}

function stepOf(run: ModelRun, step: ModelStep): ModelStepRun {
  const known = run.steps.find((one) => one.step === step);
  if (known !== undefined) return known;
  const taken = { step, calls: 0, ms: 0 };
  run.steps.push(taken);
  return taken;
}

function overdue(timeoutMs: number): ChatModelError {
  return new ChatModelError(
    'timed-out',
    `the answer took longer than ${timeoutMs} ms`,
    'The language model took too long. Try again later, or raise CHAT_ANSWER_TIMEOUT_MS (CHAT_SUMMARY_TIMEOUT_MS for summaries).',
  );
}

function parse<T>(text: string, form: z.ZodType<T>): T | null {
  try {
    return form.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function add(sum: TokenUsage, { input, cachedInput, output }: TokenUsage): void {
  sum.input += input;
  sum.cachedInput += cachedInput;
  sum.output += output;
}

function requireOutput({ name, output }: Prompt) {
  if (output !== null) return output;
  throw new Error(`prompt ${name} says nothing of its output`);
}
