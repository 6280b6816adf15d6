import { registerBench } from './bench.ts';
import type { CommandContext } from './command.ts';
import { registerEval } from './eval.ts';

/** Every command, in the order `--help` lists them. */
export function registerCommands(context: CommandContext): void {
  registerEval(context);
  registerBench(context);
}
