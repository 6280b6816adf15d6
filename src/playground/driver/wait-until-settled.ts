import { PlaygroundError } from '../playground-error.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * Waits until no event is on its way or waiting for a retry.
 *
 * @param timeoutMs real time.
 * @throws {PlaygroundError} `playground-not-settled` after that.
 */
export function waitUntilSettled(workspace: Workspace, timeoutMs: number): Promise<void> {
  const waiting = (): string[] =>
    workspace.state.events
      .filter((event) => event.status === 'waiting')
      .map((event) => event.eventId);
  const isWaiting = (): boolean =>
    workspace.state.events.some((event) => event.status === 'waiting');
  return new Promise((resolve, reject) => {
    if (!isWaiting()) {
      resolve();
      return;
    }
    const timer = setTimeout(() => {
      stop();
      const ids = waiting().join(', ');
      reject(new PlaygroundError('playground-not-settled', `after ${timeoutMs} ms: ${ids}`));
    }, timeoutMs);
    const stop = workspace.onChange((change) => {
      if (change.type !== 'event-changed' || isWaiting()) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}
