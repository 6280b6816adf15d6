import { Option } from 'commander';
import { composerNames, type MeasuredComposer } from '../compose-evaluation.ts';
import type { TokenFigures } from '../evaluation/index.ts';
import type { Figure } from './format-figures.ts';

/** Who composes the answers that are measured. */
export type ComposerOption = Required<Pick<MeasuredComposer, 'composer'>>;

/** `--composer`, the library's own sentences by default even where a model is configured. */
export function composerOption(): Option {
  return new Option('--composer <name>', 'who composes: nobody, or the configured model')
    .choices(composerNames)
    .default('extractive');
}

/** What the model cost, for people; nothing when none was asked. */
export function tokenFigures(tokens: TokenFigures | null): Figure[] {
  if (tokens === null) return [];
  const { model, cost_usd: cost, input, cached_input: cached, output } = tokens;
  return [
    ['tokens read', input, `by ${model}, ${cached} of them from its cache`],
    ['tokens written', output],
    ['cost', cost === null ? null : `$${cost}`, cost === null ? 'price not known' : ''],
  ];
}
