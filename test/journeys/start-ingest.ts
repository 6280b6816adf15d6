import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { IngestReport } from '../../src/library/index.ts';

/** An ingest in a process of its own. */
export interface IngestProcess {
  process: ChildProcessWithoutNullStreams;
  /** Lets it go; resolves when it has begun. */
  begin(): Promise<void>;
  /** Lets it go and waits for its report. */
  finish(): Promise<IngestReport>;
}

/** Starts a process that has everything loaded and waits to be let go. */
export function startIngest(location: string, folder: string): IngestProcess {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'ingest-process.ts'), location, folder],
    // Halves the time a life spends on loading.
    { env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(location), 'compiled') } },
  );
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const begin = async (): Promise<void> => {
    child.stdin.write('go\n');
    const { value } = await lines.next();
    if (value !== 'started') throw new Error(`the ingest did not begin: ${String(value)}`);
  };
  return {
    process: child,
    begin,
    async finish() {
      await begin();
      return JSON.parse(String((await lines.next()).value)) as IngestReport;
    },
  };
}
