import type { Clock } from '../clock.ts';
import { createPace, type Rate } from './pace.ts';

/** Turns that are booked ahead, for what is put off until then instead of waiting. */
export interface Turns {
  /** Until the turn of what has this id, ms; 0 when it has come. The first time books one. */
  waitOf(id: string): number;
  /** What has this id has had its turn, or needs none. */
  end(id: string): void;
}

export function createTurns({ clock, rate }: { clock: Clock; rate: Rate }): Turns {
  const pace = createPace(rate);
  /** Id → UTC ms. */
  const booked = new Map<string, number>();
  return {
    waitOf(id) {
      const now = clock.now();
      const known = booked.get(id);
      // A turn that is too far ahead was booked before the clock was set back.
      if (known !== undefined && known - now <= (booked.size + 1) * rate.intervalMs) {
        return Math.max(0, known - now);
      }
      const wait = pace.wait(now);
      pace.take(now);
      booked.set(id, now + wait);
      return wait;
    },
    end: (id) => void booked.delete(id),
  };
}
