import type { TokenUsage } from '../../prompting/index.ts';
import type { ModelRequest } from '../model/compose-with-model.ts';

/** OpenAI's rule of thumb for English: https://help.openai.com/en/articles/4936856 */
const charactersPerToken = 4;

/**
 * At least what an answer used of which the service says nothing, as when it was stopped: the
 * question and the passages, which are most of what is sent.
 */
export function estimateUsage({ question, passages }: ModelRequest): TokenUsage {
  const characters = passages.reduce((sum, { passage }) => sum + passage.text.length, 0);
  const input = Math.ceil((question.length + characters) / charactersPerToken);
  return { input, cachedInput: 0, output: 0 };
}
