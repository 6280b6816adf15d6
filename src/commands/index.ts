import { systemClock } from '../clock.ts';
import { openLibrary } from '../compose.ts';
import type { Config } from '../config.ts';
import { createLog } from '../observability/log.ts';
import { registerAsk } from './ask.ts';
import { registerBench } from './bench.ts';
import type { CommandContext } from './command.ts';
import { registerDoctor } from './doctor.ts';
import { registerEval } from './eval.ts';
import { registerIngest } from './ingest.ts';
import { registerLibrary } from './library.ts';
import { registerStart } from './start.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Every command, in the order `--help` lists them. */
export function registerCommands(context: CommandContext): void {
  // At a terminal the report says what was done; the log is for what went wrong.
  const open = (config: Config) =>
    openLibrary(config, {
      clock: systemClock,
      log: createLog(config.logLevel === 'info' ? 'warn' : config.logLevel),
    });
  registerStart(context);
  registerIngest({ open, untilInterrupted })(context);
  registerLibrary({ open, clock: systemClock })(context);
  registerAsk({
    open: async (config) => {
      const library = await open(config);
      await library.engine.refresh();
      return library;
    },
    width: () => process.stdout.columns ?? 88,
  })(context);
  registerEval(context);
  registerBench(context);
  registerDoctor(context);
}
