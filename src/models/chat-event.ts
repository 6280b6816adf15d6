import { z } from 'zod';
import type { TokenUsage } from '../prompting/index.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const count = z.int().min(0);

const usageSchema = z
  .object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish(),
  })
  .transform(
    ({ prompt_tokens, completion_tokens, prompt_tokens_details: details }): TokenUsage => ({
      input: prompt_tokens,
      cachedInput: Math.min(details?.cached_tokens ?? 0, prompt_tokens),
      output: completion_tokens,
    }),
  );

const eventSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: text, refusal: text }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  // What a service counts wrongly is no reason to lose its answer.
  usage: usageSchema.nullish().catch(null),
});

/** What one event of a streamed chat completion says. */
export interface ChatEvent {
  /** More of the output; often empty. */
  text: string;
  /** More of the words with which the model declines; mostly empty. */
  refusal: string;
  /** Why the output ends here; null when it goes on. */
  finishReason: string | null;
  usage: TokenUsage | null;
}

/** Reads an event, lenient with what services leave out and add; null when it is none. */
export function readChatEvent(event: unknown): ChatEvent | null {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return null;
  const choice = parsed.data.choices?.[0];
  return {
    text: choice?.delta?.content ?? '',
    refusal: choice?.delta?.refusal ?? '',
    finishReason: choice?.finish_reason || null,
    usage: parsed.data.usage ?? null,
  };
}
