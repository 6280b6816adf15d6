import { registerBench } from './bench.ts';
import type { CommandContext } from './command.ts';
import { registerDoctor } from './doctor.ts';
import { registerEval } from './eval.ts';
import { registerStart } from './start.ts';

/** Every command, in the order `--help` lists them. */
export function registerCommands(context: CommandContext): void {
  registerStart(context);
  registerEval(context);
  registerBench(context);
  registerDoctor(context);
}
