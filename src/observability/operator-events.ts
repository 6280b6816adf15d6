import type { Clock } from '../clock.ts';
import type { Log } from './log.ts';
import type {
  OperatorEvent,
  OperatorEventKind,
  OperatorEventStore,
  OperatorEvents,
} from './operator-event.ts';

export interface OperatorEventsParts {
  store: OperatorEventStore;
  clock: Clock;
  log: Log;
  /** Told of each event the first time this process raises it. Must not throw. */
  onRaised?(event: OperatorEvent): void;
}

const aboutModel: readonly OperatorEventKind[] = [
  'model-misconfigured',
  'model-unavailable',
  'model-works-again',
];

/** Keeps operator events in a store and logs each once. */
export function createOperatorEvents({
  store,
  clock,
  log,
  onRaised,
}: OperatorEventsParts): OperatorEvents {
  /** What this process knows to be stored: a spent budget is met at every question. */
  const known = new Set<string>();

  async function keep(event: OperatorEvent): Promise<void> {
    const raisedAt = clock.now();
    const id = await idOf(event, raisedAt);
    if (id === null || known.has(id)) return;
    const isNew = await store.add({ id, event, raisedAt });
    known.add(id);
    if (isNew) log[event.kind === 'model-works-again' ? 'info' : 'warn']({ id }, event.kind);
    onRaised?.(event);
  }

  /** Null for a recovery from nothing. */
  async function idOf(event: OperatorEvent, now: number): Promise<string | null> {
    const day = new Date(now).toISOString().slice(0, 10);
    switch (event.kind) {
      case 'budget-nearly-spent':
      case 'budget-spent': {
        // One that was raised since is another budget.
        const { tokens, costMicros } = event.limit;
        return `${event.kind}:${event.period}:${tokens ?? 'any'}:${costMicros ?? 'any'}`;
      }
      case 'model-misconfigured':
        return `${event.kind}:${event.reason}:${day}`;
      case 'model-unavailable':
        return `${event.kind}:${event.failure}:${day}`;
      case 'model-works-again': {
        const latest = await store.latest(aboutModel);
        if (latest === null || latest.event.kind === event.kind) return null;
        return `${event.kind}:${latest.id}`;
      }
    }
  }

  return {
    raise: (event) =>
      keep(event).catch((error: unknown) => {
        log.error({ err: error, kind: event.kind }, 'operator-event-not-kept');
      }),
  };
}
