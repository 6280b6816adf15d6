import {
  type ChatChunk,
  type ChatModel,
  ChatModelError,
  type ChatRequest,
} from '../../src/prompting/index.ts';

/** What a model says to one request: text in pieces, then how it ends; or why it says nothing. */
export interface ScriptedReply {
  pieces: readonly string[];
  end?: 'complete' | 'length' | 'filtered' | ChatModelError;
}

/** A model that says what it is told to, one reply a request; the last one again and again. */
export function createScriptedChatModel(replies: readonly ScriptedReply[]): ChatModel & {
  requests: ChatRequest[];
} {
  const requests: ChatRequest[] = [];
  return {
    name: 'scripted',
    requests,
    async *stream(request): AsyncGenerator<ChatChunk> {
      const reply = replies[Math.min(requests.length, replies.length - 1)];
      requests.push(request);
      for (const text of reply?.pieces ?? []) {
        request.signal?.throwIfAborted();
        yield { kind: 'text', text };
      }
      const end = reply?.end ?? 'complete';
      if (end instanceof ChatModelError) throw end;
      yield { kind: 'end', reason: end, usage: { input: 100, cachedInput: 0, output: 20 } };
    },
  };
}

/** A reply of claims in the form asked for, in pieces of a few characters. @param more of each claim. */
export function claimsReply(
  claims: readonly {
    text: string;
    quotes: readonly (readonly [passage: string, quote: string])[];
    disagreesWith?: number;
  }[],
  more: object = {},
): ScriptedReply {
  const output = JSON.stringify({
    claims: claims.map(({ text, quotes, disagreesWith = 0 }) => ({
      text,
      quotes: quotes.map(([passage, quote]) => ({ passage, quote })),
      disagreesWith,
      ...more,
    })),
  });
  return { pieces: output.match(/.{1,7}/gsu) ?? [] };
}
