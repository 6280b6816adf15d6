import type { CommandContext } from './command.ts';

/** Every command, in the order `--help` lists them. */
export function registerCommands(_context: CommandContext): void {}
