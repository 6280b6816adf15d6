import type OpenAI from 'openai';
import type { ChatMessage, ChatRequest } from '../prompting/index.ts';

/** How JSON is asked for: enforced by the service, as any JSON, or in words alone. */
export type ChatOutput = 'schema' | 'object' | 'text';

/**
 * What a service understands of chat completions: nobody but OpenAI takes all of it, and OpenAI's
 * reasoning models refuse `max_tokens` and a temperature, others a reasoning effort.
 */
export interface ChatDialect {
  output: ChatOutput;
  tokenLimit: 'max_completion_tokens' | 'max_tokens';
  hasUsage: boolean;
  hasTemperature: boolean;
  hasEffort: boolean;
}

const openAiHosts = /(^|\.)(openai\.com|azure\.com)$/;

/**
 * The dialect to begin with. Other services than OpenAI's are asked with `max_tokens`: they all
 * know it, and some overlook `max_completion_tokens` without a word.
 */
export function firstDialect(baseUrl: string, output: ChatOutput, hasEffort = false): ChatDialect {
  const isOpenAi = openAiHosts.test(new URL(baseUrl).hostname);
  const tokenLimit = isOpenAi ? 'max_completion_tokens' : 'max_tokens';
  return { output, tokenLimit, hasUsage: true, hasTemperature: true, hasEffort };
}

/**
 * What to try next when a service refuses the request as invalid: without the parameter that it
 * names or, when it names none, without the next one that services are known to refuse.
 *
 * @param refusal what the service says; only looked through for names of parameters.
 * @param first what `firstDialect` began with.
 * @param mayChangeOutput whether the output may become less strict.
 * @returns null when nothing is left to change.
 */
export function nextDialect(
  refused: ChatDialect,
  refusal: string,
  first: ChatDialect,
  mayChangeOutput: boolean,
): ChatDialect | null {
  const changes: { parameter: RegExp; change: Partial<ChatDialect> | null }[] = [
    {
      parameter: /\b(response_format|json_schema|json_object)\b/,
      change: mayChangeOutput ? looserOutput(refused) : null,
    },
    {
      parameter: /\b(max_completion_tokens|max_tokens)\b/,
      change: refused.tokenLimit === first.tokenLimit ? otherTokenLimit(refused) : null,
    },
    {
      parameter: /\b(stream_options|include_usage)\b/,
      change: refused.hasUsage ? { hasUsage: false } : null,
    },
    {
      parameter: /\btemperature\b/,
      change: refused.hasTemperature ? { hasTemperature: false } : null,
    },
    {
      parameter: /\breasoning_effort\b/,
      change: refused.hasEffort ? { hasEffort: false } : null,
    },
  ];
  const named = changes.filter(({ parameter }) => parameter.test(refusal));
  const possible = (named.length > 0 ? named : changes).find(({ change }) => change !== null);
  return possible?.change ? { ...refused, ...possible.change } : null;
}

function looserOutput({ output }: ChatDialect): Partial<ChatDialect> | null {
  if (output === 'text') return null;
  return { output: output === 'schema' ? 'object' : 'text' };
}

function otherTokenLimit({ tokenLimit }: ChatDialect): Partial<ChatDialect> {
  return { tokenLimit: tokenLimit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens' };
}

/** What a model is asked with, whatever it is asked. */
export interface ChatSettings {
  model: string;
  temperature: number;
  /** How long a model thinks that does, in the service's words; its own choice when left out. */
  reasoningEffort?: string | undefined;
  /** Most tokens of such thoughts, which count as output; none when left out. */
  thinkingTokens?: number | undefined;
}

/** The request as a service with that dialect takes it. */
export function writeRequest(
  { output, tokenLimit, hasUsage, hasTemperature, hasEffort }: ChatDialect,
  { messages, output: wanted, mostTokens }: ChatRequest,
  { model, temperature, reasoningEffort, thinkingTokens = 0 }: ChatSettings,
): OpenAI.ChatCompletionCreateParamsStreaming {
  return {
    model,
    stream: true,
    messages: output === 'schema' ? [...messages] : withSchema(messages, wanted.schema),
    [tokenLimit]: mostTokens + thinkingTokens,
    ...(hasUsage && { stream_options: { include_usage: true } }),
    ...(hasTemperature && { temperature }),
    ...(hasEffort && reasoningEffort !== undefined && writeEffort(reasoningEffort)),
    ...(output === 'object' && { response_format: { type: 'json_object' } }),
    ...(output === 'schema' && {
      response_format: {
        type: 'json_schema',
        json_schema: { name: wanted.name, schema: { ...wanted.schema }, strict: true },
      },
    }),
  };
}

/** Services add words of their own to those that the client knows. */
function writeEffort(effort: string): Pick<OpenAI.ChatCompletionCreateParams, 'reasoning_effort'> {
  return { reasoning_effort: effort as OpenAI.ReasoningEffort };
}

/** The schema in words, at the end of the first system message. */
function withSchema(messages: readonly ChatMessage[], schema: unknown): ChatMessage[] {
  const words = `Answer with one JSON object and nothing else. It has to match this JSON Schema:\n${JSON.stringify(schema)}`;
  const [first, ...others] = messages;
  if (first?.role !== 'system') return [{ role: 'system', content: words }, ...messages];
  return [{ role: 'system', content: `${first.content}\n\n${words}` }, ...others];
}
