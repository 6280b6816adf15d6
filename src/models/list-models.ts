import { z } from 'zod';
import { createOpenAiClient, type OpenAiClientOptions } from './openai-client.ts';

const mostModels = 100;
const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });
const printable = /^[\w./:@-]{1,100}$/;

/**
 * What a service calls its models, the first hundred; null when it does not say, as when the address
 * is not that of a service at all.
 */
export async function listModels(
  options: OpenAiClientOptions,
  signal: AbortSignal,
): Promise<string[] | null> {
  try {
    const answer: unknown = await createOpenAiClient(options).get('/models', { signal });
    const { data } = modelsSchema.parse(answer);
    return data
      .map(({ id }) => id)
      .filter((id) => printable.test(id))
      .slice(0, mostModels);
  } catch {
    return null;
  }
}
