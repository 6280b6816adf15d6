import type {
  OperatorEventStore,
  RaisedOperatorEvent,
} from '../../src/observability/operator-event.ts';

/** Operator events in memory, to look at as well. */
export function createMemoryOperatorEventStore(): OperatorEventStore & {
  all: RaisedOperatorEvent[];
} {
  const all: RaisedOperatorEvent[] = [];
  const told = new Set<string>();
  return {
    all,
    async add(event) {
      if (all.some(({ id }) => id === event.id)) return false;
      all.push(event);
      return true;
    },
    async latest(kinds) {
      const some = all.filter(({ event }) => kinds.includes(event.kind));
      return some.toSorted((one, other) => one.raisedAt - other.raisedAt).at(-1) ?? null;
    },
    untold: async () => all.filter(({ id }) => !told.has(id)),
    markTold: async (id) => void told.add(id),
  };
}
