import { existsSync, realpathSync } from 'node:fs';
import { watch } from 'chokidar';
import { ConcordError } from '../errors.ts';
import type { IngestOptions, IngestReport } from './ingest/index.ts';

export interface WatchParts {
  /** Ingests the folders that are watched. */
  ingest(options: IngestOptions): Promise<IngestReport>;
  /** Is told of every ingest, also of those that found nothing to do. */
  onReport(report: IngestReport): void;
  /** An ingest or the watching itself failed; watching goes on as well as it can. */
  onError(error: unknown): void;
}

export interface WatchTimes {
  /** How long nothing must happen before an ingest starts, and a file must be untouched. */
  settledForMs?: number;
  /** How often to look though nothing was noticed: network folders do not tell of changes. */
  lookAgainMs?: number;
}

export interface LibraryWatch {
  /** Resolves when changes are noticed. */
  ready: Promise<void>;
  /** Stops watching; waits for an ingest under way, which is told to stop. */
  close(): Promise<void>;
}

const defaultTimes = { settledForMs: 1_000, lookAgainMs: 600_000 } as const;

/**
 * Ingests folders whenever something in them changes. Changes close together are ingested
 * together, one ingest at a time; files still being written wait.
 *
 * @param paths existing folders or files.
 */
export function watchLibrary(
  paths: readonly string[],
  parts: WatchParts,
  times: WatchTimes = {},
): LibraryWatch {
  const { settledForMs, lookAgainMs } = { ...defaultTimes, ...times };
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isDue = false;

  const ingestOnce = async (): Promise<void> => {
    try {
      const report = await parts.ingest({ settledForMs, signal: stopping.signal });
      if (stopping.signal.aborted) return;
      parts.onReport(report);
      if (report.waiting.length > 0) noticeChange();
    } catch (error) {
      parts.onError(error);
    }
  };
  const start = (): void => {
    if (running !== undefined) {
      isDue = true;
      return;
    }
    isDue = false;
    running = ingestOnce().finally(() => {
      running = undefined;
      if (isDue) noticeChange();
    });
  };
  const noticeChange = (): void => {
    if (stopping.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(start, settledForMs);
  };

  // Links inside a library are not followed, but the library itself may be reached by one.
  const watched = paths.map((path) => (existsSync(path) ? realpathSync(path) : path));
  const watcher = watch(watched, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /[\\/]\.[^\\/]+$/.test(path) && !watched.includes(path),
  });
  watcher.on('all', noticeChange);
  watcher.on('error', (cause) => parts.onError(watchError(cause)));
  // What changed before the folders were watched would go unnoticed.
  watcher.once('ready', noticeChange);
  const regularly = setInterval(start, lookAgainMs);

  return {
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    async close() {
      stopping.abort();
      clearTimeout(timer);
      clearInterval(regularly);
      await watcher.close();
      await running;
    },
  };
}

function watchError(cause: unknown): ConcordError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ConcordError('watch-failed', `cannot watch the library: ${reason}`, {
    cause,
    forPeople: `Changes of the library cannot be noticed at once: ${reason}. They are found when the folders are looked through regularly, or run ingest again. On Linux, raising fs.inotify.max_user_watches helps.`,
  });
}
