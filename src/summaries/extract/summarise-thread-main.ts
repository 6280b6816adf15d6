import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadPublication } from '../read-publication.ts';
import type { ExtractOptions } from './summarise-extractively.ts';

/** What a thread is started for: one summary, after which it ends. */
export interface ThreadWork {
  read: ReadPublication;
  options: ExtractOptions;
}

// A thread compiles everything anew; from the cache that takes half the time.
enableCompileCache();
const { summariseExtractively } = await import('./summarise-extractively.ts');
const { read, options } = workerData as ThreadWork;
parentPort?.postMessage(summariseExtractively(read, options));
