import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** An assistant at work in a process of its own, as in production. */
export interface AssistantProcess {
  /** Ends it and waits for that. */
  stop(): Promise<void>;
}

/**
 * Starts one and waits until it has printed a line, which says that it is connected.
 *
 * @param command arguments for this Node.
 */
export async function startAssistantProcess(command: readonly string[]): Promise<AssistantProcess> {
  const child: ChildProcess = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let problems = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    problems += chunk.toString();
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout ?? child, 'data'),
    ended.then(([status]) => {
      throw new Error(`the assistant ended with ${status}: ${problems.trim()}`);
    }),
  ]);
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
