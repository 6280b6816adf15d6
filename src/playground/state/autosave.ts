import { saveState } from './state-file.ts';
import type { Workspace } from './workspace.ts';

/** Changes are gathered for so long before they are written, real ms. */
const autosaveDelayMs = 1_000;

export interface Autosave {
  /** Ends it, after writing what has not been written. @throws when that fails. */
  stop(): Promise<void>;
}

/**
 * Writes the state a moment after it has changed. A write that fails is made up for by the next;
 * the last one, in `stop`, rejects.
 */
export function startAutosave(workspace: Workspace, path: string): Autosave {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    timer = null;
    const written = writing.then(() => saveState(path, workspace.state));
    writing = written.catch(() => undefined);
    return written;
  };
  const stopListening = workspace.onChange(() => {
    timer ??= setTimeout(() => void write().catch(() => undefined), autosaveDelayMs);
  });
  return {
    async stop() {
      stopListening();
      if (timer !== null) clearTimeout(timer);
      await write();
    },
  };
}
