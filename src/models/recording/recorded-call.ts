import { z } from 'zod';
import type { ChatModelFailure, ChatRequest } from '../../prompting/index.ts';

const failures = [
  'unavailable',
  'rate-limited',
  'misconfigured',
  'refused',
  'cut-off',
  'timed-out',
] as const satisfies readonly ChatModelFailure[];

const count = z.int().min(0);
const ms = z.number().min(0);
const key = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');
const hashes = z.record(z.string(), z.string());

/** First in the file, and again where prompts have changed between two runs. */
const headerSchema = z.strictObject({
  kind: z.literal('recording'),
  version: z.literal(1),
  /** What day it is for all questions, since prompts say so. */
  at: z.iso.datetime(),
  /** As the service calls it. */
  model: z.string().min(1),
  /** Hash of each prompt, by its name. */
  prompts: hashes,
});

const callSchema = z.strictObject({
  kind: z.literal('call'),
  /** Of `callKey`. */
  key,
  /** Name of the prompt, */
  prompt: z.string(),
  /** and its hash; null for one without a file. */
  prompt_hash: z.string().nullable(),
  request: z.strictObject({
    messages: z.array(
      z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }),
    ),
    schema: z.record(z.string(), z.unknown()),
    most_tokens: count,
  }),
  /** Text as it came, each piece with the milliseconds since the request. */
  chunks: z.array(z.tuple([ms, z.string()])),
  /** Null when it failed, or whoever asked had read enough. */
  end: z
    .strictObject({
      ms,
      reason: z.enum(['complete', 'length', 'filtered']),
      usage: z.strictObject({ input: count, cachedInput: count, output: count }).nullable(),
    })
    .nullable(),
  failure: z.strictObject({ ms, failure: z.enum(failures), reason: z.string() }).nullable(),
});

/** A line of a recording. */
export const recordingLineSchema = z.discriminatedUnion('kind', [headerSchema, callSchema]);

export type RecordingHeader = z.infer<typeof headerSchema>;
export type RecordedCall = z.infer<typeof callSchema>;

/** How a request is written down. */
export function writeDown({
  messages,
  output,
  mostTokens,
}: ChatRequest): Pick<RecordedCall, 'prompt' | 'request'> {
  return {
    prompt: output.name,
    request: {
      messages: messages.map(({ role, content }) => ({ role, content })),
      schema: { ...output.schema },
      most_tokens: mostTokens,
    },
  };
}
