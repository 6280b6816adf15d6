import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadDocument } from '../document.ts';
import { ReadError } from './read-error.ts';
import type { ReadLimits } from './read-limits.ts';
import type { ReadReply } from './reading-protocol.ts';

const entry = fileURLToPath(new URL('./reading-process-main.ts', import.meta.url));
const diagnosticsKept = 4_000;

/** One process that parses one file at a time. */
export interface ReadingProcess {
  /** False once the process ended, of itself or because a file made it end. */
  readonly alive: boolean;
  /** Call it only after the read before it has settled. @throws {ReadError} */
  read(bytes: Uint8Array, fileName: string): Promise<ReadDocument>;
  /** Ends the process; settles when it is gone. */
  close(): Promise<void>;
}

/** Starts a process with no environment, no way to write files and bounded memory. */
export function startReadingProcess(limits: ReadLimits): ReadingProcess {
  const child = fork(entry, [String(limits.memoryMb)], {
    env: {},
    execArgv: [
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--disable-warning=SecurityWarning',
      `--max-old-space-size=${Math.ceil(limits.memoryMb * 0.75)}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let diagnostics = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    diagnostics = (diagnostics + chunk.toString()).slice(-diagnosticsKept);
  });
  let alive = true;
  let spent = false;
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      alive = false;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  release(child);
  // What one file leaves behind must not count against the next one.
  const retireWhenFull = (residentMb: number) => {
    spent = residentMb > limits.memoryMb / 2;
    if (spent) child.kill('SIGKILL');
  };

  return {
    get alive() {
      return alive && child.connected && !spent;
    },
    async read(bytes, fileName) {
      hold(child);
      try {
        return await readOnce(child, bytes, fileName, limits, () => diagnostics, retireWhenFull);
      } finally {
        release(child);
      }
    },
    async close() {
      if (!alive) return;
      child.ref();
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function readOnce(
  child: ChildProcess,
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits,
  diagnostics: () => string,
  onReply: (residentMb: number) => void,
): Promise<ReadDocument> {
  return new Promise((resolve, reject) => {
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, limits.timeMs);

    const onMessage = (reply: ReadReply | string) => {
      if (typeof reply === 'string') return;
      settle();
      onReply(reply.residentMb);
      if ('document' in reply) resolve(reply.document);
      else {
        const { code, problem, advice } = reply.failure;
        reject(new ReadError(code, fileName, problem, advice));
      }
    };
    const onExit = (status: number | null, signal: NodeJS.Signals | null) => {
      settle();
      reject(
        timedOut
          ? timeoutError(fileName, limits)
          : deathError(fileName, limits, { status, signal, diagnostics: diagnostics() }),
      );
    };
    const onError = (cause: Error) => {
      settle();
      child.kill('SIGKILL');
      reject(crashError(fileName, cause.message, cause));
    };
    const settle = () => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
    };
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.send({ fileName, bytes, limits }, (error) => {
      // An exited process reports itself through 'exit'; only a failure to send is news.
      if (error && child.exitCode === null && child.signalCode === null) onError(error);
    });
  });
}

function timeoutError(fileName: string, limits: ReadLimits): ReadError {
  const seconds = Math.round(limits.timeMs / 100) / 10;
  return new ReadError(
    'read-timed-out',
    fileName,
    `could not be read within ${seconds} s`,
    'Save it again in the program it was made with, or split it, and replace the file.',
  );
}

function deathError(
  fileName: string,
  limits: ReadLimits,
  death: { status: number | null; signal: NodeJS.Signals | null; diagnostics: string },
): ReadError {
  const outOfMemory =
    death.signal === 'SIGKILL' || /heap out of memory|allocation failed/i.test(death.diagnostics);
  if (!outOfMemory) return crashError(fileName, `${death.signal ?? death.status}`);
  return new ReadError(
    'read-out-of-memory',
    fileName,
    `needs more than ${limits.memoryMb} MiB of memory to be read`,
    'Save it again in the program it was made with, or split it, and replace the file.',
  );
}

function crashError(fileName: string, reason: string, cause?: unknown): ReadError {
  return new ReadError(
    'read-crashed',
    fileName,
    `made its reader crash (${reason})`,
    'Save it again in the program it was made with and replace the file.',
    { cause },
  );
}

/** A process at rest must not keep the program from ending. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  (child.stderr as { unref?: () => void } | null)?.unref?.();
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
