import { z } from 'zod';
import { integer, optionalText, url } from './config-fields.ts';

/** How the model is asked for JSON; `auto` finds out what the service takes. */
export const chatOutputs = ['auto', 'schema', 'object', 'text'] as const;

export interface ChatConfig {
  model: string;
  /** Null when the service needs none, as local ones do. */
  apiKey: string | null;
  /** OpenAI's own when undefined. */
  baseUrl: string | undefined;
  /** Until the answer begins, and again between its parts. */
  timeoutMs: number;
  /** For one answer of the model as a whole. */
  totalTimeoutMs: number;
  /** Most that an answer waits for the model, in all calls together. */
  answerTimeoutMs: number;
  /** The same of a summary, which a model reads a whole publication for. */
  summaryTimeoutMs: number;
  temperature: number;
  /** How long a model thinks that does, in its service's words; its own choice when undefined. */
  reasoningEffort: string | undefined;
  /** Tokens that it may think, on top of those of an answer. */
  thinkingTokens: number;
  /** Most answers under way at once. */
  concurrency: number;
  output: (typeof chatOutputs)[number];
  /** Whether claims that paraphrase are also judged by the model. */
  secondOpinion: boolean;
  /** Whether an answer is given again when the same is asked and nothing has changed. */
  cache: boolean;
}

const temperature = 'expected a number from 0 to 2';
const longestTotalMs = 1_800_000;
const totalTimeout = `expected a whole number from 1000 to ${longestTotalMs}`;

/** The variables of the model that composes answers, as a part of the environment's schema. */
export const chatFields = {
  CHAT_MODEL: optionalText,
  CHAT_API_KEY: optionalText,
  CHAT_BASE_URL: z.preprocess((value) => value || undefined, url.optional()),
  CHAT_TIMEOUT_MS: integer(60_000, 1_000, 600_000),
  CHAT_TOTAL_TIMEOUT_MS: z.preprocess(
    (value) => (value === undefined || value === '' ? undefined : Number(value)),
    z
      .int({ error: totalTimeout })
      .min(1_000, totalTimeout)
      .max(longestTotalMs, totalTimeout)
      .optional(),
  ),
  CHAT_ANSWER_TIMEOUT_MS: integer(90_000, 1_000, 600_000),
  CHAT_SUMMARY_TIMEOUT_MS: integer(600_000, 10_000, 3_600_000),
  CHAT_TEMPERATURE: z.preprocess(
    (value) => (value === undefined || value === '' ? 0 : Number(value)),
    z.number({ error: temperature }).min(0, temperature).max(2, temperature),
  ),
  CHAT_REASONING_EFFORT: optionalText.refine(
    (value) => value === undefined || /^[a-z]{1,16}$/.test(value),
    'expected one word in small letters, such as low',
  ),
  CHAT_THINKING_TOKENS: integer(0, 0, 100_000),
  CHAT_CONCURRENCY: integer(4, 1, 100),
  CHAT_OUTPUT: z.preprocess((value) => value || undefined, z.enum(chatOutputs).default('auto')),
  CHAT_SECOND_OPINION: z
    .preprocess((value) => value || undefined, z.enum(['on', 'off']).default('off'))
    .transform((value) => value === 'on'),
  CHAT_CACHE: z
    .preprocess((value) => value || undefined, z.enum(['true', 'false']).default('true'))
    .transform((value) => value === 'true'),
};

const chatSchema = z.object(chatFields);

type ChatValues = z.infer<typeof chatSchema> & {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
};

/**
 * The model's configuration; null when none is named. Adds what is missing to `problems`. OpenAI's
 * key goes with OpenAI's address alone: another service must not learn it.
 */
export function readChat(values: ChatValues, problems: string[]): ChatConfig | null {
  const { CHAT_MODEL: model, CHAT_BASE_URL: ownUrl, OPENAI_BASE_URL: commonUrl } = values;
  if (model === undefined) return null;
  const isCommon = ownUrl === undefined || ownUrl === commonUrl;
  const apiKey = values.CHAT_API_KEY ?? (isCommon ? values.OPENAI_API_KEY : undefined);
  const baseUrl = ownUrl ?? commonUrl;
  if (apiKey === undefined && baseUrl === undefined) {
    problems.push(
      'CHAT_API_KEY: needed when CHAT_MODEL is set (or OPENAI_API_KEY), unless CHAT_BASE_URL names a server that takes none',
    );
  }
  return {
    model,
    apiKey: apiKey ?? null,
    baseUrl,
    timeoutMs: values.CHAT_TIMEOUT_MS,
    totalTimeoutMs: values.CHAT_TOTAL_TIMEOUT_MS ?? 2 * values.CHAT_TIMEOUT_MS,
    answerTimeoutMs: values.CHAT_ANSWER_TIMEOUT_MS,
    summaryTimeoutMs: values.CHAT_SUMMARY_TIMEOUT_MS,
    temperature: values.CHAT_TEMPERATURE,
    reasoningEffort: values.CHAT_REASONING_EFFORT,
    thinkingTokens: values.CHAT_THINKING_TOKENS,
    concurrency: values.CHAT_CONCURRENCY,
    output: values.CHAT_OUTPUT,
    secondOpinion: values.CHAT_SECOND_OPINION,
    cache: values.CHAT_CACHE,
  };
}
