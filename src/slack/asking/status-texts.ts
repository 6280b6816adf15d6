/** @param count how many publications the person may read; null when that is not known. */
export function searchingStatus(count: number | null): string {
  return count === null ? 'Searching the library…' : `Searching ${publications(count)}…`;
}

/** @param count how many publications hold passages that were found. */
export function readingStatus(count: number): string {
  return `Reading ${publications(count)}…`;
}

function publications(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'publication' : 'publications'}`;
}
