import { Command } from 'commander';
import type { CommandContext, RegisterCommand } from '../../src/commands/command.ts';
import { readConfig } from '../../src/config.ts';

export interface CommandOutput {
  printed: string[];
  json: unknown[];
  notes: string[];
}

/** Runs one command in this process, as the executable does, and collects what it says. */
export function runCommand(
  register: RegisterCommand,
  ...parameters: string[]
): Promise<CommandOutput> {
  return runCommandIn({}, register, ...parameters);
}

/** The same with variables of the environment. */
export async function runCommandIn(
  environment: Readonly<Record<string, string>>,
  register: RegisterCommand,
  ...parameters: string[]
): Promise<CommandOutput> {
  const output: CommandOutput = { printed: [], json: [], notes: [] };
  const program = new Command().exitOverride().configureOutput({
    writeErr: (text) => output.notes.push(text),
    writeOut: (text) => output.printed.push(text),
  });
  const context: CommandContext = {
    program,
    config: () => readConfig(environment, process.cwd()),
    print: (text) => output.printed.push(text),
    printJson: (value) => output.json.push(value),
    note: (text) => output.notes.push(text),
  };
  register(context);
  await program.parseAsync(parameters, { from: 'user' });
  return output;
}
