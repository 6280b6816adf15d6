import type { ReportProgress } from '../../summaries/index.ts';
import { display } from '../blocks/describe-publication.ts';

/** What is being done, in plain words. */
export function reportStatus(progress: ReportProgress): string {
  switch (progress.kind) {
    case 'reading-file':
      return `Opening ${display(progress.filename, 60)}…`;
    case 'reading': {
      const { pages, publications } = progress;
      if (pages !== null && pages > 0) return `Reading ${count(pages, 'page')}…`;
      return `Reading ${count(publications, 'publication')}…`;
    }
    case 'section':
      return `Section ${progress.number} of ${progress.of}…`;
    case 'merging':
      return `Putting ${count(progress.claims, 'statement')} together…`;
    case 'publication':
      return `Publication ${progress.number} of ${progress.of}…`;
  }
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? what : `${what}s`}`;
}
