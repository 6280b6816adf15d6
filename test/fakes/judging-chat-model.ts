import type { ChatModel, ChatRequest } from '../../src/prompting/index.ts';
import { createScriptedChatModel, type ScriptedReply } from './scripted-chat-model.ts';

/** What a judge says: an opinion, or a reply that is none. */
export type Opinion = boolean | ScriptedReply;

/**
 * A model that composes and repairs as scripted, each of its replies once and the last again and
 * again, and says of a claim whether it is supported.
 *
 * @param judge told the claim; may take its time.
 */
export function createJudgingChatModel(
  replies: readonly ScriptedReply[],
  judge: (claim: string) => Opinion | Promise<Opinion>,
): ChatModel & {
  judged: string[];
  /** Most claims judged at once. */
  mostAtOnce(): number;
} {
  const writer = createScriptedChatModel(replies);
  const judged: string[] = [];
  let now = 0;
  let most = 0;
  return {
    name: 'judging',
    judged,
    mostAtOnce: () => most,
    async *stream(request) {
      if (request.output.name !== 'judge-support') {
        yield* writer.stream(request);
        return;
      }
      const claim = claimIn(request);
      judged.push(claim);
      now += 1;
      most = Math.max(most, now);
      const stopped = whenAborted(request.signal);
      try {
        const opinion = await Promise.race([judge(claim), stopped.promise]);
        const reply =
          typeof opinion === 'boolean'
            ? { pieces: [JSON.stringify({ supported: opinion })] }
            : opinion;
        yield* createScriptedChatModel([reply]).stream(request);
      } finally {
        stopped.forget();
        now -= 1;
      }
    },
  };
}

function claimIn({ messages }: ChatRequest): string {
  const content = messages.map((message) => message.content).join('\n');
  return /<<claim [0-9a-f]{12}>>\n(.*)\n<<end/.exec(content)?.[1] ?? '';
}

function whenAborted(signal: AbortSignal | undefined): {
  promise: Promise<never>;
  forget(): void;
} {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  return { promise, forget: () => signal?.removeEventListener('abort', stop) };
}
