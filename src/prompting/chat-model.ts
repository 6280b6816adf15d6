/** One message of a conversation with a model. */
export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** What the model's output has to look like. */
export interface OutputSchema {
  /** Letters, digits, `_` and `-`, at most 64. */
  name: string;
  /** JSON Schema of an object in which everything is required and nothing else allowed. */
  schema: Readonly<Record<string, unknown>>;
}

export interface ChatRequest {
  messages: readonly ChatMessage[];
  output: OutputSchema;
  /** Most tokens of output. */
  mostTokens: number;
  signal?: AbortSignal;
}

/** Tokens as the service counts them; null when it does not say. */
export interface TokenUsage {
  input: number;
  /** Of the input, those read from the service's cache. */
  cachedInput: number;
  output: number;
}

export type ChatChunk =
  /** More of the output, which as a whole is JSON. */
  | { kind: 'text'; text: string }
  /** The last one. `length`: cut off at the most tokens; `filtered`: by the service. */
  | { kind: 'end'; reason: 'complete' | 'length' | 'filtered'; usage: TokenUsage | null };

/**
 * A language model. What it says is never trusted: callers check all of it.
 */
export interface ChatModel {
  /** As the service calls it. */
  readonly name: string;
  /**
   * Streams an answer in JSON. Ends with one chunk of kind `end`; rejects with the signal's reason
   * when the signal aborts.
   *
   * @throws {ChatModelError}
   */
  stream(request: ChatRequest): AsyncIterable<ChatChunk>;
}
