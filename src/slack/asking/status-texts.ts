import type { AskProgress } from '../../answering/index.ts';

/** @param count how many publications the person may read; null when that is not known. */
export function searchingStatus(count: number | null): string {
  return count === null ? 'Searching the library…' : `Searching ${publications(count)}…`;
}

/** What is being done, in plain words; null for what is shown otherwise or was said before. */
export function progressText(progress: AskProgress): string | null {
  switch (progress.kind) {
    case 'planning':
      return 'Working out what to look up…';
    case 'searching-parts':
      return `Looking up the ${progress.parts} parts of your question…`;
    case 'researching':
      return progress.step === 1 ? 'Looking further…' : `Looking further (step ${progress.step})…`;
    case 'reading':
      return `Reading ${publications(progress.publications)}…`;
    case 'comparing':
      return `Comparing ${publications(progress.publications)}…`;
    case 'searching':
    case 'claim':
      return null;
  }
}

function publications(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'publication' : 'publications'}`;
}
