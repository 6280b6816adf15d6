import type { ChatModel, ChatRequest } from './chat-model.ts';

const numbers = Array.from({ length: 40 }, (_, at) => at + 1);

/** Long enough that whether it is streamed can be seen. */
const question: ChatRequest = {
  messages: [
    {
      role: 'system',
      content:
        'You answer in JSON: an object whose key "ready" is true, and whose key "numbers" is a list of whole numbers.',
    },
    { role: 'user', content: 'Are you ready? Give the numbers from 1 to 40, too.' },
  ],
  output: {
    name: 'readiness',
    schema: {
      type: 'object',
      properties: {
        ready: { type: 'boolean' },
        numbers: { type: 'array', items: { type: 'integer' } },
      },
      required: ['ready', 'numbers'],
      additionalProperties: false,
    },
  },
  // Models that think before they answer count their thoughts too.
  mostTokens: 2_000,
};

/** Characters of an answer that nobody sends at once who streams. */
const longAnswer = JSON.stringify(numbers).length;
/** What takes longer to begin, and then comes within this, was kept back somewhere. */
const keptBackMs = 1_000;
const togetherMs = 10;

export interface ChatModelCheck {
  /** Until the first text; null when none came. */
  firstMs: number | null;
  /** Until the last chunk. */
  tookMs: number;
  /** Whether it answered with the JSON that it was asked for. */
  isJson: boolean;
  /** Whether the answer came as it was written; null when it was too short to tell. */
  isStreamed: boolean | null;
  /** How the output ended. */
  end: 'complete' | 'length' | 'filtered';
  /** Whether the service counts tokens, without which their cost is estimated. */
  hasUsage: boolean;
}

/**
 * Asks a model something that any model can answer.
 *
 * @throws {ChatModelError}
 * @throws the reason of `signal`.
 */
export async function checkChatModel(
  model: ChatModel,
  signal?: AbortSignal,
): Promise<ChatModelCheck> {
  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;
  /** When each piece came, ms. */
  const times: number[] = [];
  let text = '';
  let hasUsage = false;
  let end: ChatModelCheck['end'] = 'complete';
  for await (const chunk of model.stream({ ...question, ...(signal && { signal }) })) {
    if (chunk.kind === 'text') {
      text += chunk.text;
      times.push(elapsed());
    } else {
      hasUsage = chunk.usage !== null;
      end = chunk.reason;
    }
  }
  return {
    firstMs: times[0] ?? null,
    tookMs: elapsed(),
    isJson: isReady(text),
    isStreamed: text.length < longAnswer ? null : cameAsWritten(times),
    end,
    hasUsage,
  };
}

function cameAsWritten(times: readonly number[]): boolean {
  const [first = 0] = times;
  const last = times.at(-1) ?? first;
  return times.length > 1 && !(first > keptBackMs && last - first < togetherMs);
}

function isReady(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && 'ready' in answer;
  } catch {
    return false;
  }
}
