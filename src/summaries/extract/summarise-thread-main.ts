import { parentPort, workerData } from 'node:worker_threads';
import type { ReadPublication } from '../read-publication.ts';
import { type ExtractOptions, summariseExtractively } from './summarise-extractively.ts';

/** What a thread is started for: one summary, after which it ends. */
export interface ThreadWork {
  read: ReadPublication;
  options: ExtractOptions;
}

const { read, options } = workerData as ThreadWork;
parentPort?.postMessage(summariseExtractively(read, options));
