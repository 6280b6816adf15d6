import {
  OpenAiChatModel,
  type OpenAiChatModelOptions,
} from '../../src/models/openai-chat-model.ts';
import type { ChatChunk, ChatModel, ChatRequest } from '../../src/prompting/index.ts';

/** Words that must not turn up in any error. */
export const secretQuestion = 'is the walrus protocol confidential';

export function chatRequest(signal?: AbortSignal): ChatRequest {
  return {
    messages: [
      { role: 'system', content: 'Answer from the library.' },
      { role: 'user', content: secretQuestion },
    ],
    output: {
      name: 'answer',
      schema: {
        type: 'object',
        properties: { a: { type: 'string' } },
        required: ['a'],
        additionalProperties: false,
      },
    },
    mostTokens: 100,
    ...(signal && { signal }),
  };
}

export function chatModel(
  baseUrl: string,
  options: Partial<OpenAiChatModelOptions> = {},
): OpenAiChatModel {
  return new OpenAiChatModel({
    model: 'test-model',
    apiKey: 'test-key',
    baseUrl,
    timeoutMs: 5_000,
    totalTimeoutMs: 30_000,
    temperature: 0,
    concurrency: 4,
    output: 'auto',
    firstPauseMs: 1,
    ...options,
  });
}

export interface Heard {
  text: string;
  texts: string[];
  end: ChatChunk | undefined;
  error: unknown;
}

/** Reads an answer to its end, good or bad. */
export async function hear(model: ChatModel, request = chatRequest()): Promise<Heard> {
  const heard: Heard = { text: '', texts: [], end: undefined, error: undefined };
  try {
    for await (const chunk of model.stream(request)) {
      if (chunk.kind === 'text') heard.texts.push(chunk.text);
      else heard.end = chunk;
    }
  } catch (error) {
    heard.error = error;
  }
  return { ...heard, text: heard.texts.join('') };
}
