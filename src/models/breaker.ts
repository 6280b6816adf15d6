import type { Clock } from '../clock.ts';
import {
  type ChatChunk,
  type ChatModel,
  ChatModelError,
  type ChatModelFailure,
  type ChatRequest,
} from '../prompting/index.ts';
import { chatModelError } from './describe-chat-failure.ts';

/** Whether the model is asked (`closed`, as a circuit is) or left alone. */
export type BreakerState = 'open' | 'closed';

export interface BreakerOptions {
  clock: Clock;
  /** Told of each change; `failure` is the last one before it opened, null when it closes. Must not throw. */
  onStateChange(state: BreakerState, failure: ChatModelError | null): void;
  /** So many failures in a row open it; 3 when left out. */
  mostFailures?: number;
  /** Failures further apart than this are not in a row; 5 minutes when left out. */
  windowMs?: number;
  /** Until the first trial, twice as long after each that fails; 30 s when left out. */
  pauseMs?: number;
  /** The same where an operator has to mend something; 5 minutes when left out. */
  misconfiguredPauseMs?: number;
  /** The longest pause, whatever the service asks for; 15 minutes when left out. */
  longestPauseMs?: number;
}

/** What the service, not the question, is the reason of. */
const counted: readonly ChatModelFailure[] = [
  'unavailable',
  'rate-limited',
  'misconfigured',
  'cut-off',
  'timed-out',
];

const openWords =
  'The model has failed several times in a row and is left alone for a while. It is tried again by itself.';

/**
 * Leaves a model alone that keeps failing, so that nobody waits for it: after several failures in a
 * row it answers at once with `unavailable`, reason `circuit-open`. After a pause one request is let
 * through as a trial; the others do not wait for it. Refusals, filters, unreadable answers and
 * callers who stop say nothing about the service and do not count.
 *
 * Not `cockatiel`: its policies guard a promise, not a stream; it reads the system's clock; while it
 * tries, everybody waits; and a trial that somebody stops closes it.
 */
export function createBreaker(model: ChatModel, options: BreakerOptions): ChatModel {
  const circuit = new Circuit(options);
  return { name: model.name, stream: (request) => stream(model, request, circuit) };
}

async function* stream(
  model: ChatModel,
  request: ChatRequest,
  circuit: Circuit,
): AsyncGenerator<ChatChunk, void, undefined> {
  request.signal?.throwIfAborted();
  const call = circuit.enter();
  try {
    for await (const chunk of model.stream(request)) {
      if (chunk.kind === 'end') call.succeed();
      yield chunk;
    }
  } catch (error) {
    const failure = failureOf(error, request.signal);
    if (failure !== null) call.fail(failure);
    throw error;
  } finally {
    call.leave();
  }
}

/** What of it counts; null when the caller stopped. */
function failureOf(error: unknown, signal: AbortSignal | undefined): ChatModelError | null {
  if (signal?.aborted !== true) return error instanceof ChatModelError ? error : null;
  // A caller who had no more time did not stop: they waited for the service in vain.
  const { reason } = signal;
  if (reason instanceof ChatModelError) return reason;
  const isLate = reason instanceof DOMException && reason.name === 'TimeoutError';
  return isLate ? chatModelError('timed-out', 'no more time') : null;
}

/** One request that was let through; tells how it went, if that can be told. */
interface Call {
  succeed(): void;
  fail(error: ChatModelError): void;
  leave(): void;
}

class Circuit {
  readonly #options: Required<BreakerOptions>;
  /** When the failures in a row happened, UTC ms. */
  #failures: number[] = [];
  #openUntil: number | null = null;
  #failedTrials = 0;
  /** Counts changes: what began before one says nothing about what is now. */
  #period = 0;
  #trial: Call | null = null;

  constructor(options: BreakerOptions) {
    this.#options = {
      mostFailures: 3,
      windowMs: 300_000,
      pauseMs: 30_000,
      misconfiguredPauseMs: 300_000,
      longestPauseMs: 900_000,
      ...options,
    };
  }

  /** @throws {ChatModelError} while it is open. */
  enter(): Call {
    const isTrial = this.#openUntil !== null;
    if (this.#openUntil !== null) {
      const isOver = this.#options.clock.now() >= this.#openUntil;
      if (!isOver || this.#trial !== null) {
        throw chatModelError('unavailable', 'circuit-open', openWords);
      }
    }
    const period = this.#period;
    const isPast = (): boolean => period !== this.#period;
    const call: Call = {
      succeed: () => {
        if (!isPast()) this.#close();
      },
      fail: (error) => {
        if (isPast()) return;
        if (!counted.includes(error.failure)) this.#close();
        else if (isTrial) this.#open(error, this.#failedTrials + 1);
        else this.#count(error);
      },
      leave: () => {
        if (this.#trial === call) this.#trial = null;
      },
    };
    if (isTrial) this.#trial = call;
    return call;
  }

  #count(error: ChatModelError): void {
    const now = this.#options.clock.now();
    const { mostFailures, windowMs, pauseMs } = this.#options;
    this.#failures = [...this.#failures.filter((at) => at > now - windowMs), now];
    const asksForLong = (error.waitMs ?? 0) >= pauseMs;
    if (asksForLong || this.#failures.length >= mostFailures) this.#open(error, 0);
  }

  #open(error: ChatModelError, failedTrials: number): void {
    const { clock, onStateChange } = this.#options;
    const wasClosed = this.#openUntil === null;
    this.#openUntil = clock.now() + this.#pauseAfter(error, failedTrials);
    this.#failedTrials = failedTrials;
    this.#failures = [];
    this.#period += 1;
    if (wasClosed) onStateChange('open', error);
  }

  #pauseAfter({ failure, waitMs }: ChatModelError, failedTrials: number): number {
    const { pauseMs, misconfiguredPauseMs, longestPauseMs } = this.#options;
    const first = failure === 'misconfigured' ? misconfiguredPauseMs : pauseMs;
    return Math.min(Math.max(first * 2 ** failedTrials, waitMs ?? 0), longestPauseMs);
  }

  #close(): void {
    this.#failures = [];
    if (this.#openUntil === null) return;
    this.#openUntil = null;
    this.#failedTrials = 0;
    this.#period += 1;
    this.#options.onStateChange('closed', null);
  }
}
