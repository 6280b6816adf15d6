/** Memory at one moment, after everything unused was collected. */
export interface MemorySample {
  /** So many answers were given before. */
  answers: number;
  heapBytes: number;
  rssBytes: number;
}

export interface MemoryTrend {
  /** MiB at the first and the last sample. */
  heap_first_mb: number;
  heap_last_mb: number;
  rss_first_mb: number;
  rss_last_mb: number;
  /**
   * Slope of the line of least squares through the later half of the samples, KiB an answer: in the
   * first half, caches fill up that have a limit.
   */
  heap_kb_per_answer: number;
  rss_kb_per_answer: number;
}

const bytesPerMegabyte = 2 ** 20;

/** @param samples at least four, in order. */
export function memoryTrend(samples: readonly MemorySample[]): MemoryTrend {
  const later = samples.slice(Math.floor(samples.length / 2));
  const answers = later.map((sample) => sample.answers);
  const megabytes = (bytes = 0): number => Math.round((bytes / bytesPerMegabyte) * 10) / 10;
  const perAnswer = (bytes: readonly number[]): number =>
    Math.round((slope(answers, bytes) / 1_024) * 1e3) / 1e3;
  const [first, last] = [samples[0], samples.at(-1)];
  return {
    heap_first_mb: megabytes(first?.heapBytes),
    heap_last_mb: megabytes(last?.heapBytes),
    rss_first_mb: megabytes(first?.rssBytes),
    rss_last_mb: megabytes(last?.rssBytes),
    heap_kb_per_answer: perAnswer(later.map(({ heapBytes }) => heapBytes)),
    rss_kb_per_answer: perAnswer(later.map(({ rssBytes }) => rssBytes)),
  };
}

/** Of the line of least squares. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  let [products, squares] = [0, 0];
  for (const [index, x] of xs.entries()) {
    products += (x - meanX) * ((ys[index] ?? 0) - meanY);
    squares += (x - meanX) ** 2;
  }
  return squares === 0 ? 0 : products / squares;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
