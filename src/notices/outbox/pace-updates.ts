import type { Clock } from '../../clock.ts';
import { createPace, type Rate } from '../../messaging/index.ts';
import type { PrepareTask } from './outbox-worker.ts';

/**
 * Has changes of what was sent come no faster than a service takes them: one whose turn has not come
 * is put off until then, so that it holds up nothing else. Turns are booked, each for one task.
 */
export function paceUpdates(
  prepare: PrepareTask,
  { clock, rate }: { clock: Clock; rate: Rate },
): PrepareTask {
  const pace = createPace(rate);
  /** Task → UTC ms. */
  const turns = new Map<string, number>();

  function turnOf(id: string, now: number): number {
    const booked = turns.get(id);
    // A turn that is so far ahead was booked before the clock was set back.
    if (booked !== undefined && booked - now <= (turns.size + 1) * rate.intervalMs) return booked;
    const turn = now + pace.wait(now);
    pace.take(now);
    turns.set(id, turn);
    return turn;
  }

  return async (task, timing) => {
    const order = await prepare(task, timing);
    if (order.kind !== 'update') {
      turns.delete(task.id);
      return order;
    }
    const now = clock.now();
    const turn = turnOf(task.id, now);
    if (turn > now) return { kind: 'later', availableAt: turn };
    turns.delete(task.id);
    return order;
  };
}
