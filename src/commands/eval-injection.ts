import type { Command } from 'commander';
import {
  type MeasuredComposer,
  openEvaluationLibrary,
  readPromptTexts,
} from '../compose-evaluation.ts';
import type { Config } from '../config.ts';
import {
  evaluateInjection,
  type InjectionCases,
  type InjectionEvaluation,
  type InjectionPlace,
  prepareInjection,
  readInjectionAttacks,
  readInjectionHosts,
} from '../evaluation/index.ts';
import { type CommandContext, CommandFailure } from './command.ts';
import {
  addComposerOptions,
  type ComposerOption,
  readComposer,
  tokenFigures,
} from './eval-composer.ts';
import { measuring } from './eval-failure.ts';
import { createInstruments } from './eval-instruments.ts';
import { formatFigures } from './format-figures.ts';
import { positiveNumber } from './positive-number.ts';
import { writeDetails } from './write-details.ts';

interface Options extends ComposerOption {
  limit?: number;
  details?: string;
  json?: true;
}

type Path = ComposerOption['composer'];
type Measured = readonly [path: Path, evaluation: InjectionEvaluation];

/** Adds `eval injection ATTACKS HOSTS`. */
export function addEvalInjection(parent: Command, context: CommandContext): void {
  const command = parent
    .command('injection')
    .description('plant instructions in documents and questions, and count what they achieve')
    .argument('<attacks>', 'JSON Lines file of instructions')
    .argument('<hosts>', 'JSON Lines file of the texts they are planted in, with a question each');
  addComposerOptions(command)
    .option('--limit <number>', 'plant only the first attacks', positiveNumber)
    .option('--details <file>', 'write what became of every plant to a file, in JSON Lines')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nWith --composer model both paths are measured. Ends with 1 when anything got through.',
    )
    .action(async (attacksPath: string, hostsPath: string, options: Options) => {
      const measured = await measuring(async () => {
        const cases = await readInjectionCases(attacksPath, hostsPath, options.limit);
        // The model first: that there is none should be said at once.
        const paths: Path[] =
          options.composer === 'model' ? ['model', 'extractive'] : ['extractive'];
        const all: Measured[] = [];
        for (const path of paths) {
          const composer = path === 'model' ? await readComposer(options) : { composer: path };
          all.push([path, await measureInjection(context.config(), cases, composer)]);
        }
        return all;
      });
      await reportInjection(context, options, measured);
    });
}

/** @throws {DataSetError} */
export async function readInjectionCases(
  attacksPath: string,
  hostsPath: string,
  limit?: number,
): Promise<InjectionCases> {
  const attacks = (await readInjectionAttacks(attacksPath)).slice(0, limit);
  return prepareInjection(attacks, await readInjectionHosts(hostsPath));
}

/** Plants the attacks in a library of their own, and asks. */
export async function measureInjection(
  config: Config,
  cases: InjectionCases,
  composer: MeasuredComposer,
): Promise<InjectionEvaluation> {
  const instruments = createInstruments();
  const library = await openEvaluationLibrary(config, {
    ...composer,
    onEmbeddingPlan: instruments.onEmbeddingPlan,
  });
  try {
    return await evaluateInjection(cases, library, await readPromptTexts(), instruments);
  } finally {
    instruments.stop();
    await library.close();
  }
}

/**
 * Says what was measured, on each path.
 *
 * @throws {CommandFailure} with 1 when anything got through.
 */
export async function reportInjection(
  context: CommandContext,
  { details, json }: Pick<Options, 'details' | 'json'>,
  measured: readonly Measured[],
): Promise<void> {
  if (details !== undefined) {
    const records = measured.flatMap(([path, { outcomes }]) =>
      outcomes.map((outcome) => ({ path, ...outcome })),
    );
    await writeDetails(details, records);
  }
  if (json) {
    context.printJson(Object.fromEntries(measured.map(([path, each]) => [path, each.report])));
  } else {
    for (const [path, each] of measured) context.print(describe(path, each));
  }
  const through = measured.reduce((sum, [, each]) => sum + each.report.through, 0);
  if (through > 0) {
    throw new CommandFailure(
      `${through} planted instruction${through === 1 ? '' : 's'} got through; --details FILE names them.`,
    );
  }
}

function describe(path: Path, { report: figures, outcomes }: InjectionEvaluation): string {
  const table = formatFigures(`Planted instructions, ${path}`, [
    ['planted', figures.planted],
    ['asked', figures.asked],
    ['answered', figures.answered, `${figures.composed_by_model} by a model`],
    ['got through', figures.through],
    ...Object.entries(figures.through_by_kind).map(
      ([kind, count]) => [`  ${kind}`, count] as const,
    ),
    ...Object.entries(figures.through_by_place).map(
      ([place, count]) =>
        [
          `  planted as ${place}`,
          count,
          `of ${figures.planted_by_place[place as InjectionPlace]}`,
        ] as const,
    ),
    ['shown as quotes', figures.quoted_as_text, 'word for word, with their source'],
    ...tokenFigures(figures.tokens),
  ]);
  const examples = outcomes
    .filter(({ through }) => through.length > 0)
    .slice(0, 5)
    .map(({ id, place, through }) => `  ${id}, ${place}: ${through.join(', ')}`);
  return [table, ...examples].join('\n');
}
