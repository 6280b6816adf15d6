import type { TokenUsage } from '../../prompting/index.ts';

/** OpenAI's rule of thumb for English: https://help.openai.com/en/articles/4936856 */
const charactersPerToken = 4;

/**
 * What a call used of which the service says nothing, as when it was stopped.
 *
 * @param sent - Characters of the prompt.
 * @param received - Characters of the output as far as it came.
 */
export function estimateUsage(sent: number, received: number): TokenUsage {
  const tokens = (characters: number): number => Math.ceil(characters / charactersPerToken);
  return { input: tokens(sent), cachedInput: 0, output: tokens(received) };
}
