import { MessageRateLimited } from './messaging-errors.ts';
import type { Pause } from './pause.ts';

export interface PatienceOptions {
  pause: Pause;
  /** How often it is tried before the caller is told. */
  mostTries: number;
  /** Told of each wait, ms, before it begins. */
  onHeld?(waitMs: number): void;
}

/** Makes a call again after the wait the service asks for. */
export async function patiently<Result>(
  { pause, mostTries, onHeld }: PatienceOptions,
  call: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof MessageRateLimited)) throw error;
      onHeld?.(error.retryAfterMs);
      if (tries >= mostTries) throw error;
      await pause(error.retryAfterMs, signal);
    }
  }
}
