import type { Clock } from '../../clock.ts';

/** Remembers answers for a while, the most recently stored ones when there is no room for all. */
export interface ExpiringCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  clear(): void;
}

/** @param limit most entries kept. @param keepMs how long an entry is true. */
export function createExpiringCache<Value>(options: {
  clock: Clock;
  limit: number;
  keepMs: number;
}): ExpiringCache<Value> {
  const { clock, limit, keepMs } = options;
  const entries = new Map<string, { value: Value; until: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (entry.until > clock.now()) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, until: clock.now() + keepMs });
      for (const oldest of entries.keys()) {
        if (entries.size <= limit) break;
        entries.delete(oldest);
      }
    },
    delete: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
