import { LLMock } from '@copilotkit/aimock';

const passage = /<<(?<id>P\d+),[^\n]* [0-9a-f]{12}>>\n(?<text>[\s\S]*?)\n<<end [0-9a-f]{12}>>/g;

/** A service over the wire whose model claims, word for word, the first sentence of each passage. */
export interface ClaimsService {
  readonly mock: LLMock;
  /** What Concord has to be told of it, and its key. */
  readonly environment: Readonly<Record<string, string>>;
  /** May be called again. */
  close(): Promise<void>;
}

export const serviceKey = 'sk-a-key-that-nobody-may-keep';

export async function startClaimsService(): Promise<ClaimsService> {
  const mock = new LLMock({ port: 0 });
  mock.onMessage(
    /<<P1, /,
    ({ messages }) => {
      const prompt = messages.map(({ content }) => String(content)).join('\n');
      const claims = Array.from(prompt.matchAll(passage), ({ groups }) => {
        const quote = (groups?.text ?? '').split(/(?<=[.!?])\s/)[0] ?? '';
        return { text: quote, quotes: [{ passage: groups?.id, quote }] };
      });
      return {
        content: JSON.stringify({ claims }),
        usage: { prompt_tokens: 1_000, completion_tokens: 50, total_tokens: 1_050 },
      };
    },
    { chunkSize: 9 },
  );
  // Whatever else it is asked, it has nothing to say to.
  mock.onMessage(/./, { content: '{}' });
  await mock.start();
  let stopped: Promise<void> | null = null;
  return {
    mock,
    environment: {
      CHAT_MODEL: 'gpt-4o-mini',
      CHAT_BASE_URL: `${mock.url}/v1`,
      CHAT_API_KEY: serviceKey,
    },
    close: () => {
      stopped ??= mock.stop();
      return stopped;
    },
  };
}
