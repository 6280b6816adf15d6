import type { ChatModel, ChatRequest } from './chat-model.ts';

const question: ChatRequest = {
  messages: [
    { role: 'system', content: 'You answer in JSON: an object whose key "ready" is true.' },
    { role: 'user', content: 'Are you ready?' },
  ],
  output: {
    name: 'readiness',
    schema: {
      type: 'object',
      properties: { ready: { type: 'boolean' } },
      required: ['ready'],
      additionalProperties: false,
    },
  },
  // Models that think before they answer count their thoughts too.
  mostTokens: 2_000,
};

export interface ChatModelCheck {
  /** Until the last chunk. */
  tookMs: number;
  /** Whether it answered with the JSON that it was asked for. */
  isJson: boolean;
  /** Whether the service counts tokens, without which nothing can be said about cost. */
  hasUsage: boolean;
}

/**
 * Asks a model something that any model can answer.
 *
 * @throws {ChatModelError}
 */
export async function checkChatModel(model: ChatModel): Promise<ChatModelCheck> {
  const startedAt = performance.now();
  let text = '';
  let hasUsage = false;
  for await (const chunk of model.stream(question)) {
    if (chunk.kind === 'text') text += chunk.text;
    else hasUsage = chunk.usage !== null;
  }
  return { tookMs: performance.now() - startedAt, isJson: isReady(text), hasUsage };
}

function isReady(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && 'ready' in answer;
  } catch {
    return false;
  }
}
