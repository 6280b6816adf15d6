/**
 * Works on items, several at once, started in order. Stops starting new ones when the signal is
 * aborted; when one fails, waits for those under way and throws its error.
 *
 * @param limit how many at once, from 1.
 */
export async function forEachConcurrently<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const iterator = items.values();
  const failure = new AbortController();
  const runOneByOne = async (): Promise<void> => {
    for (const item of iterator) {
      if (signal?.aborted || failure.signal.aborted) return;
      try {
        await work(item);
      } catch (error) {
        failure.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, runOneByOne));
  if (failure.signal.aborted) throw failure.signal.reason;
}
