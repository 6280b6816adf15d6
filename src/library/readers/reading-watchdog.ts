/**
 * Runs beside the parser in the reading process, on a thread of its own, because a parser that loops
 * answers no timer. Ends the process when it holds too much memory or when whoever started it is gone.
 */
import { workerData } from 'node:worker_threads';

const checkEveryMs = 50;
const { memoryMb, parentPid, pid } = workerData as {
  memoryMb: number;
  parentPid: number;
  pid: number;
};

setInterval(() => {
  const tooMuchMemory = process.memoryUsage.rss() > memoryMb * 1024 * 1024;
  if (tooMuchMemory || process.ppid !== parentPid) process.kill(pid, 'SIGKILL');
}, checkEveryMs);
