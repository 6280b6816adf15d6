import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../observability/log.ts';
import type { ReportProgress } from '../report-progress.ts';
import type { KeptReport, ReportStore } from '../report-store.ts';

export interface WriteOnceParts {
  reports: ReportStore;
  log: Log;
  newId(): string;
  /** How often it is looked whether another process has come to its end, ms. */
  lookMs?: number;
}

/** Somebody who waits for a report. */
interface Waiting {
  onProgress?(progress: ReportProgress): void;
  signal?: AbortSignal | undefined;
}

export interface WriteOnceRequest extends Waiting {
  key: string;
  owner: string | null;
  /** What is kept under the key; null when there is nothing that may be given. */
  find(): Promise<KeptReport | null>;
}

/** What is written for all who wait. */
export interface WritingParts {
  onProgress(progress: ReportProgress): void;
  /** Aborts when nobody waits any more. */
  signal: AbortSignal;
}

export type WriteOnce = (
  request: WriteOnceRequest,
  write: (parts: WritingParts) => Promise<KeptReport>,
) => Promise<KeptReport>;

interface UnderWay {
  report: Promise<KeptReport>;
  waiting: Set<Waiting>;
  stop: AbortController;
}

/**
 * A process that dies is waited for no longer than this. Whoever writes renews it in time: nothing
 * that is written keeps a process busy for more than a second or two.
 */
const leaseMs = 10_000;
const defaultLookMs = 500;

/**
 * Has a report written once for all who ask for it at the same time, in this process and in others:
 * somebody who comes later joins, is told what happens from then on and gets the same report. Stop
 * ends the waiting of whoever presses it; the writing goes on while others wait. Other processes are
 * kept off by a lease in the database, look from time to time whether the report is there, and write
 * it themselves when it has not come of it. What cannot be given again, such as a stand-in for a
 * model's report, is given to those who joined, and to nobody else.
 *
 * Rejects with the reason of the signal of whoever asked, and with what `write` rejects with.
 */
export function createWriteOnce(parts: WriteOnceParts): WriteOnce {
  const all = new Map<string, UnderWay>();

  function begin(name: string, request: WriteOnceRequest, write: Parameters<WriteOnce>[1]) {
    const stop = new AbortController();
    const waiting = new Set<Waiting>();
    const onProgress = (progress: ReportProgress): void => {
      for (const one of waiting) one.onProgress?.(progress);
    };
    const report = writeInTurn(
      parts,
      name,
      request,
      () => write({ onProgress, signal: stop.signal }),
      stop.signal,
    );
    const underWay = { report, waiting, stop };
    all.set(name, underWay);
    const leave = (): void => {
      if (all.get(name) === underWay) all.delete(name);
    };
    report.then(leave, leave);
    return underWay;
  }

  return async (request, write) => {
    const { key, owner, signal } = request;
    signal?.throwIfAborted();
    const name = owner === null ? key : nameOf(key, owner);
    const underWay = all.get(name) ?? begin(name, request, write);
    underWay.waiting.add(request);
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => {
      underWay.waiting.delete(request);
      if (underWay.waiting.size === 0) {
        // Whoever asks from now on begins anew.
        if (all.get(name) === underWay) all.delete(name);
        underWay.stop.abort(signal?.reason);
      }
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await Promise.race([underWay.report, stopped]);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      underWay.waiting.delete(request);
    }
  };
}

/** What is somebody's own is claimed without their name, which a process that dies would leave behind. */
function nameOf(key: string, owner: string): string {
  return createHash('sha256').update(`${key} ${owner}`).digest('hex');
}

async function writeInTurn(
  { reports, log, newId, lookMs = defaultLookMs }: WriteOnceParts,
  name: string,
  { find }: WriteOnceRequest,
  write: () => Promise<KeptReport>,
  signal: AbortSignal,
): Promise<KeptReport> {
  const holder = newId();
  while (!(await reports.claim(name, holder, leaseMs))) {
    const kept = await find();
    if (kept !== null) return kept;
    await wait(lookMs, undefined, { signal });
  }
  const renewing = setInterval(() => {
    reports.claim(name, holder, leaseMs).catch((error: unknown) => {
      log.warn({ err: error }, 'report-claim-not-renewed');
    });
  }, leaseMs / 4);
  try {
    // Another process may just have come to its end.
    const kept = await find();
    if (kept !== null) return kept;
    const written = await write();
    // Nobody wants it any more, such as who has deleted their data meanwhile.
    signal.throwIfAborted();
    await reports.save(written);
    return written;
  } finally {
    clearInterval(renewing);
    await reports.release(name, holder).catch((error: unknown) => {
      log.warn({ err: error }, 'report-claim-not-released');
    });
  }
}
