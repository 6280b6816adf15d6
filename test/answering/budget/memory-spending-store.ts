import type { Spending, SpendingKey, SpendingStore } from '../../../src/answering/index.ts';

/** Spending in memory, to look at as well. */
export function createMemorySpendingStore(): SpendingStore & { spent: Map<string, Spending> } {
  const spent = new Map<string, Spending>();
  const nameOf = ({ scope, subject, period }: SpendingKey): string =>
    `${scope} ${subject} ${period}`;
  const read = (key: SpendingKey): Spending =>
    spent.get(nameOf(key)) ?? { tokens: 0, costMicros: 0 };
  return {
    spent,
    read: async (keys) => keys.map(read),
    async add(keys, spending) {
      for (const key of keys) {
        const { tokens, costMicros } = read(key);
        spent.set(nameOf(key), {
          tokens: tokens + spending.tokens,
          costMicros: costMicros + spending.costMicros,
        });
      }
      return keys.map(read);
    },
  };
}
