import { z } from 'zod';
import { integer, optionalText } from './config-fields.ts';

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
  temperature: number;
  /** Most answers under way at once. */
  concurrency: number;
  output: (typeof chatOutputs)[number];
}

const temperature = 'expected a number from 0 to 2';

/** The variables of the model that composes answers, as a part of the environment's schema. */
export const chatFields = {
  CHAT_MODEL: optionalText,
  CHAT_TIMEOUT_MS: integer(60_000, 1_000, 600_000),
  CHAT_TEMPERATURE: z.preprocess(
    (value) => (value === undefined || value === '' ? 0 : Number(value)),
    z.number({ error: temperature }).min(0, temperature).max(2, temperature),
  ),
  CHAT_CONCURRENCY: integer(4, 1, 100),
  CHAT_OUTPUT: z.preprocess((value) => value || undefined, z.enum(chatOutputs).default('auto')),
};

const chatSchema = z.object(chatFields);

type ChatValues = z.infer<typeof chatSchema> & {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
};

/** The model's configuration; null when none is named. Adds what is missing to `problems`. */
export function readChat(values: ChatValues, problems: string[]): ChatConfig | null {
  const { CHAT_MODEL: model, OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = values;
  if (model === undefined) return null;
  if (apiKey === undefined && baseUrl === undefined) {
    problems.push(
      'OPENAI_API_KEY: needed when CHAT_MODEL is set, unless OPENAI_BASE_URL names a server that takes none',
    );
  }
  return {
    model,
    apiKey: apiKey ?? null,
    baseUrl,
    timeoutMs: values.CHAT_TIMEOUT_MS,
    temperature: values.CHAT_TEMPERATURE,
    concurrency: values.CHAT_CONCURRENCY,
    output: values.CHAT_OUTPUT,
  };
}
