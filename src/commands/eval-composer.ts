import { type Command, Option } from 'commander';
import { composerNames, type MeasuredComposer } from '../compose-evaluation.ts';
import { composeReplay } from '../compose-recording.ts';
import type { TokenFigures } from '../evaluation/index.ts';
import { CommandFailure } from './command.ts';
import type { Figure } from './format-figures.ts';

/** Who composes the answers that are measured. */
export interface ComposerOption {
  composer: (typeof composerNames)[number];
  /** A recording in place of the configured model. */
  replay?: string;
  /** What becomes of questions that it knows nothing of. */
  missing: 'fail' | 'extractive';
}

/** `--composer`, the library's own sentences by default even where a model is configured. */
export function addComposerOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--composer <name>', 'who composes: nobody, or the configured model')
        .choices(composerNames)
        .default('extractive'),
    )
    .addOption(
      new Option(
        '--replay <file>',
        'let a recording of eval record compose in place of the model, without any service',
      ).implies({ composer: 'model' }),
    )
    .addOption(
      new Option('--missing <how>', 'when the recording lacks a call: fail, or answer extractively')
        .choices(['fail', 'extractive'])
        .default('fail'),
    );
}

/**
 * Whoever the options name.
 *
 * @throws {CommandFailure} when nobody is to compose, with a recording.
 */
export async function readComposer({
  composer,
  replay,
  missing,
}: ComposerOption): Promise<MeasuredComposer> {
  if (replay === undefined) return { composer };
  if (composer === 'extractive') {
    throw new CommandFailure('--replay is for --composer model: leave one of them out.', 2);
  }
  return { composer, ...(await composeReplay(replay, missing)) };
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
