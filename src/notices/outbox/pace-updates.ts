import type { Clock } from '../../clock.ts';
import { createTurns, type Rate } from '../../messaging/index.ts';
import type { PrepareTask } from './outbox-worker.ts';

/**
 * Has changes of what was sent come no faster than a service takes them: one whose turn has not come
 * is put off until then, so that it holds up nothing else.
 */
export function paceUpdates(
  prepare: PrepareTask,
  { clock, rate }: { clock: Clock; rate: Rate },
): PrepareTask {
  const turns = createTurns({ clock, rate });
  return async (task, timing) => {
    const order = await prepare(task, timing);
    const wait = order.kind === 'update' ? turns.waitOf(task.id) : 0;
    if (wait > 0) return { kind: 'later', availableAt: clock.now() + wait };
    turns.end(task.id);
    return order;
  };
}
