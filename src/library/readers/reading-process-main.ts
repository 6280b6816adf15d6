/**
 * Entry point of the process in which files are parsed, so that a parser that hangs, crashes or eats
 * memory takes nothing else with it. It has no environment, may not write files or start programs,
 * and is killed from outside when a file takes too long.
 */
import { Worker } from 'node:worker_threads';
import { documentFromBytes } from './document-from-bytes.ts';
import { ReadFailure } from './read-failure.ts';
import { type ReadReply, type ReadRequest, readyMessage } from './reading-protocol.ts';

const memoryMb = Number(process.argv[2]);
const watchdog = new Worker(new URL('./reading-watchdog.ts', import.meta.url), {
  workerData: { memoryMb, parentPid: process.ppid, pid: process.pid },
});
watchdog.unref();

async function replyTo(request: ReadRequest): Promise<Omit<ReadReply, 'residentMb'>> {
  try {
    return { document: await documentFromBytes(request.bytes, request.fileName, request.limits) };
  } catch (error) {
    if (error instanceof ReadFailure) {
      return { failure: { code: error.code, problem: error.message, advice: error.advice } };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return {
      failure: {
        code: 'file-malformed',
        problem: `is damaged (${reason.slice(0, 200)})`,
        advice: 'Open it in the program it was made with, save it again, and replace the file.',
      },
    };
  }
}

process.on('disconnect', () => process.exit(0));
// A parser's stray promise must not end the process while the answer is still on its way.
process.on('unhandledRejection', () => {});
process.on('message', (request: ReadRequest) => {
  void replyTo(request).then((reply) => {
    process.send?.({ ...reply, residentMb: process.memoryUsage.rss() / 1024 / 1024 });
  });
});
process.send?.(readyMessage);
