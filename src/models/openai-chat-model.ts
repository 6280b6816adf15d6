import { setTimeout as pause } from 'node:timers/promises';
import type OpenAI from 'openai';
import type { ChatChunk, ChatModel, ChatRequest, TokenUsage } from '../prompting/index.ts';
import {
  type ChatDialect,
  type ChatOutput,
  type ChatSettings,
  firstDialect,
  nextDialect,
  writeRequest,
} from './chat-dialect.ts';
import { readChatEvent } from './chat-event.ts';
import { ConcurrencyLimit } from './concurrency-limit.ts';
import { Deadline } from './deadline.ts';
import {
  chatModelError,
  describeChatFailure,
  invalidRequestText,
  isFiltered,
} from './describe-chat-failure.ts';
import { JsonObjectText } from './json-object-text.ts';
import { createOpenAiClient } from './openai-client.ts';
import { pauseBeforeNext } from './service-failure.ts';

export interface OpenAiChatModelOptions extends ChatSettings {
  /** As the service calls it. */
  model: string;
  /** Null for a service that needs none. */
  apiKey: string | null;
  /** Address of an OpenAI-compatible service; OpenAI's own when left out. */
  baseUrl?: string | undefined;
  /** Until the answer begins, waiting and repeated attempts included, and again between its parts. */
  timeoutMs: number;
  /** For the whole answer, without the time that its reader takes. */
  totalTimeoutMs: number;
  /** 0 to 2. */
  temperature: number;
  /** Most answers under way at once; the others wait. */
  concurrency: number;
  /** How JSON is asked for; `auto` begins with `schema` and goes on where the service refuses. */
  output: ChatOutput | 'auto';
  /** Before the second attempt, at most; twice as long before each further one. */
  firstPauseMs?: number;
}

const attempts = 4;
/** Longer than any token on average, in any language: who writes more keeps to no limit. */
const longestToken = 32;
/** The counts come right after the output, if at all. */
const mostMsForUsage = 2_000;

/**
 * Asks a model over chat completions, of OpenAI or a compatible service, and streams its JSON. What
 * a service does not understand of a request is left out from then on. Failures that pass are
 * tried again with growing random pauses, or after the time that the service asks for, until text
 * was yielded; only the object of the output is passed on, not what is around it.
 */
export class OpenAiChatModel implements ChatModel {
  readonly name: string;
  readonly #client: OpenAI;
  readonly #limit: ConcurrencyLimit;
  readonly #options: OpenAiChatModelOptions;
  readonly #first: ChatDialect;
  /** What the service has understood so far. */
  #dialect: ChatDialect;

  constructor(options: OpenAiChatModelOptions) {
    const { output } = options;
    this.name = options.model;
    this.#options = options;
    this.#client = createOpenAiClient(options);
    this.#limit = new ConcurrencyLimit(options.concurrency);
    this.#first = firstDialect(
      this.#client.baseURL,
      output === 'auto' ? 'schema' : output,
      options.reasoningEffort !== undefined,
    );
    this.#dialect = this.#first;
  }

  /** How JSON is asked for, as far as is known: what the service has understood last. */
  get output(): ChatOutput {
    return this.#dialect.output;
  }

  async *stream(request: ChatRequest): AsyncGenerator<ChatChunk, void, undefined> {
    const { timeoutMs, totalTimeoutMs } = this.#options;
    const deadline = new Deadline(
      timeoutMs,
      request.signal,
      () => chatModelError('timed-out', `${timeoutMs} ms, ${totalTimeoutMs} ms in all`),
      totalTimeoutMs,
    );
    let leave: (() => void) | undefined;
    try {
      leave = await this.#limit.enter(deadline.signal);
      yield* this.#attempt(request, deadline);
    } finally {
      leave?.();
      deadline.pause();
    }
  }

  async *#attempt(request: ChatRequest, deadline: Deadline): AsyncGenerator<ChatChunk> {
    let dialect = this.#dialect;
    let attempt = 1;
    while (true) {
      let hasText = false;
      try {
        for await (const chunk of this.#ask(request, dialect, deadline)) {
          hasText ||= chunk.kind === 'text';
          yield chunk;
        }
        return;
      } catch (error) {
        deadline.signal.throwIfAborted();
        if (hasText) throw afterText(error);
        if (isFiltered(error)) {
          yield { kind: 'end', reason: 'filtered', usage: null };
          return;
        }
        const next = this.#nextDialect(dialect, error);
        if (next === null) {
          await this.#pauseOrThrow(error, attempt, deadline);
          attempt += 1;
        }
        dialect = next ?? dialect;
      }
    }
  }

  #nextDialect(dialect: ChatDialect, error: unknown): ChatDialect | null {
    const refusal = invalidRequestText(error);
    if (refusal === null) return null;
    return nextDialect(dialect, refusal, this.#first, this.#options.output === 'auto');
  }

  async #pauseOrThrow(error: unknown, attempt: number, deadline: Deadline): Promise<void> {
    const { error: described, isPassing } = describeChatFailure(error);
    const ms = pauseBeforeNext(described.waitMs, attempt, this.#options.firstPauseMs ?? 500);
    // Waiting in vain would only hide what the matter is.
    if (!isPassing || attempt >= attempts || ms >= deadline.remainingMs) throw described;
    await pause(ms, undefined, { signal: deadline.signal }).catch(() =>
      deadline.signal.throwIfAborted(),
    );
  }

  async *#ask(
    request: ChatRequest,
    dialect: ChatDialect,
    deadline: Deadline,
  ): AsyncGenerator<ChatChunk> {
    const { timeoutMs } = this.#options;
    const body = writeRequest(dialect, request, this.#options);
    const events = await this.#client.chat.completions.create(body, { signal: deadline.signal });
    this.#dialect = dialect;
    const object = new JsonObjectText();
    const mostTokens = request.mostTokens + (this.#options.thinkingTokens ?? 0);
    let leftCharacters = mostTokens * longestToken;
    let finishReason: string | null = null;
    let usage: TokenUsage | null = null;
    try {
      for await (const raw of events) {
        const event = readChatEvent(raw);
        if (event === null) throw chatModelError('cut-off', 'malformed-event');
        if (event.refusal !== '') throw chatModelError('refused', 'refusal');
        usage = event.usage ?? usage;
        leftCharacters -= event.text.length;
        if (leftCharacters < 0) {
          finishReason ??= 'length';
          break;
        }
        const text = object.take(event.text);
        if (text !== '') {
          // The time that the reader takes is not the model's.
          deadline.pause();
          yield { kind: 'text', text };
        }
        finishReason ??= event.finishReason;
        deadline.restart(finishReason === null ? timeoutMs : Math.min(timeoutMs, mostMsForUsage));
      }
    } catch (error) {
      // An answer that is complete is not lost because its counts do not come.
      if (finishReason === null) throw error;
    }
    // The client ends the stream without an error when it is told to stop.
    if (finishReason === null) deadline.signal.throwIfAborted();
    request.signal?.throwIfAborted();
    if (finishReason === null) throw chatModelError('cut-off', 'no-finish-reason');
    if (finishReason === 'error') throw chatModelError('unavailable', 'finish-reason-error');
    yield { kind: 'end', reason: endReason(finishReason), usage };
  }
}

function endReason(finishReason: string): 'complete' | 'length' | 'filtered' {
  if (finishReason === 'length') return 'length';
  return finishReason === 'content_filter' ? 'filtered' : 'complete';
}

/** What was yielded cannot be taken back: whatever happens then, the answer is cut off. */
function afterText(error: unknown): Error {
  const { error: described } = describeChatFailure(error);
  if (described.failure === 'refused' || described.failure === 'cut-off') return described;
  return chatModelError('cut-off', String(described.details.reason));
}
