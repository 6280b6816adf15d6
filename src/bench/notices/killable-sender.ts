import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Sender } from './notices-load.ts';

/**
 * A process that can be ended at any moment and started again. It prints a line when it is at work.
 *
 * @param command arguments for this Node.
 * @param onError told what it writes to its standard error.
 */
export function createKillableSender(
  command: readonly string[],
  onError: (text: string) => void,
): Sender {
  let running: ChildProcess | null = null;
  return {
    start() {
      const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
      running = child;
      child.stderr.on('data', (chunk: Buffer) => onError(chunk.toString()));
      return new Promise((resolve, reject) => {
        child.stdout.once('data', () => resolve());
        child.once('error', reject);
        child.once('exit', () => reject(new Error('the sender ended before it was at work')));
      });
    },
    async kill() {
      const child = running;
      running = null;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return false;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      return true;
    },
  };
}
