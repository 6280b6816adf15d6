import { Command, CommanderError } from 'commander';
import { CommandFailure, type RegisterCommand } from '../../src/commands/command.ts';
import { type Config, readConfig } from '../../src/config.ts';

/** What a command did. */
export interface CommandRun {
  /** 0 done, 1 failed, 2 called wrongly, as the executable exits. */
  status: number;
  printed: string;
  json: unknown;
  noted: string;
  /** What was said of a failure. */
  failure: string;
}

/** Runs commands as the executable does, with output kept instead of written. */
export async function runCommand(
  register: RegisterCommand,
  argv: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandRun> {
  const run: CommandRun = { status: 0, printed: '', json: undefined, noted: '', failure: '' };
  const program = new Command('concord').exitOverride().configureOutput({
    writeOut: (text) => {
      run.printed += text;
    },
    writeErr: (text) => {
      run.failure += text;
    },
  });
  register({
    program,
    config: (): Config => readConfig(environment, '/nowhere'),
    print: (text) => {
      run.printed += `${text}\n`;
    },
    printJson: (value) => {
      run.json = value;
    },
    note: (text) => {
      run.noted += `${text}\n`;
    },
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) run.status = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof CommandFailure) {
      run.status = error.exitStatus;
      run.failure += error.message;
    } else throw error;
  }
  return run;
}
