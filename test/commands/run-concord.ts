import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const root = resolve(import.meta.dirname, '../..');

export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the executable as npm scripts do, with nothing of this process's configuration. */
export async function runConcord(
  commandLine: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = '',
): Promise<CommandResult> {
  const child = spawn(process.execPath, ['src/cli.ts', ...commandLine], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const closed = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  return { status, stdout, stderr };
}
