import type { Command } from 'commander';
import type { Config } from '../config.ts';

/** What every command of the executable is given. */
export interface CommandContext {
  program: Command;
  /** Reads and checks the environment; throws `configuration-invalid`. */
  config(): Config;
  /** Text for people, on standard output; left out under `--json`. */
  print(text: string): void;
  /** The one JSON document of a `--json` run, on standard output. */
  printJson(value: unknown): void;
  /** Progress and warnings, on standard error. */
  note(text: string): void;
}

/** Adds one command (and its sub-commands) to the program. One file a command. */
export type RegisterCommand = (context: CommandContext) => void;

/** Ends a command with an exit status: 1 the work failed, 2 it was called wrongly. */
export class CommandFailure extends Error {
  readonly exitStatus: 1 | 2;

  constructor(message: string, exitStatus: 1 | 2 = 1) {
    super(message);
    this.name = 'CommandFailure';
    this.exitStatus = exitStatus;
  }
}
