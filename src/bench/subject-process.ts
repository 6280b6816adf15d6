import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import type { RunSubject } from './run-benchmark.ts';
import { findingSchema } from './subject.ts';

/**
 * Measures subjects in processes of their own.
 *
 * @param command arguments for this Node that measure the assignment given as one more argument, in
 *   JSON, and print the finding in JSON.
 */
export function createSubjectProcess(command: readonly string[]): RunSubject {
  return (assignment) =>
    measureInProcess(command, assignment, { of: assignment.subject, finding: findingSchema });
}

/**
 * Runs this Node once more to measure something, of which the name is told when that fails.
 *
 * @param command as for `createSubjectProcess`.
 * @throws {Error} with what the process said, when it ends otherwise than well.
 */
export async function measureInProcess<Finding>(
  command: readonly string[],
  assignment: object,
  { of, finding }: { of: string; finding: z.ZodType<Finding> },
): Promise<Finding> {
  const child = spawn(process.execPath, [...command, JSON.stringify(assignment)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const [output, problems, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    exit,
  ]);
  if (status !== 0) throw new Error(`measuring ${of} ended with ${status}: ${problems.trim()}`);
  return finding.parse(JSON.parse(output));
}
