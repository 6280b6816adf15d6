import type { ReadDocument } from '../document.ts';
import type { ReadErrorCode } from './read-error.ts';
import type { ReadLimits } from './read-limits.ts';

/** What the reading process is asked: bytes and the name they came under. */
export interface ReadRequest {
  fileName: string;
  bytes: Uint8Array;
  limits: ReadLimits;
}

/** What it answers, once per request; a process that dies answers nothing. */
export type ReadReply = (
  | { document: ReadDocument }
  | { failure: { code: ReadErrorCode; problem: string; advice: string } }
) & {
  /** MiB that the process holds now, which may be more than the next file can afford. */
  residentMb: number;
};

/** Said once, when the process is ready for its first request. */
export const readyMessage = 'ready';
