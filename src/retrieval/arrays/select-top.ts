/** A key with its score; higher is better. */
export interface ScoredKey {
  key: number;
  score: number;
}

/**
 * The `limit` best of `keys` by `scoreOf`, best first, the smaller key first among equals. A bounded
 * heap: O(n log limit), nothing allocated per candidate.
 *
 * @param accepts keys it refuses are passed over.
 */
export function selectTop(
  keys: Iterable<number>,
  scoreOf: (key: number) => number,
  limit: number,
  accepts: (key: number) => boolean,
): ScoredKey[] {
  if (limit < 1) return [];
  const heap: ScoredKey[] = [];
  for (const key of keys) {
    const score = scoreOf(key);
    if (heap.length === limit) {
      const worst = heap[0];
      if (worst && !isBetter(score, key, worst)) continue;
      if (!accepts(key)) continue;
      heap[0] = { key, score };
      sink(heap);
    } else if (accepts(key)) {
      heap.push({ key, score });
      rise(heap);
    }
  }
  return heap.sort((a, b) => b.score - a.score || a.key - b.key);
}

const isBetter = (score: number, key: number, than: ScoredKey): boolean =>
  score > than.score || (score === than.score && key < than.key);

const comesAfter = (a: ScoredKey, b: ScoredKey): boolean => isBetter(b.score, b.key, a);

function rise(heap: ScoredKey[]): void {
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfOutOfOrder(heap, parent, index)) return;
    index = parent;
  }
}

function sink(heap: ScoredKey[]): void {
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    const left = heap[child];
    const right = heap[child + 1];
    if (!left) return;
    if (right && comesAfter(right, left)) child++;
    if (!swapIfOutOfOrder(heap, index, child)) return;
    index = child;
  }
}

/** Keeps the worst at the root. */
function swapIfOutOfOrder(heap: ScoredKey[], parent: number, child: number): boolean {
  const above = heap[parent];
  const below = heap[child];
  if (!above || !below || !comesAfter(below, above)) return false;
  heap[parent] = below;
  heap[child] = above;
  return true;
}
