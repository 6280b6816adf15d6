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
    case 'foreseen':
      return `Reading about ${count(inThousands(progress.tokens), 'token')} with the model…`;
    case 'section':
      return `Section ${progress.number} of ${progress.of}…`;
    case 'merging':
      return `Putting ${count(progress.claims, 'statement')} together…`;
    case 'publication':
      return `Publication ${progress.number} of ${progress.of}…`;
  }
}

/** What is an estimate is not told to the last figure. */
const inThousands = (tokens: number): number => Math.ceil(tokens / 1_000) * 1_000;

function count(number: number, what: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? what : `${what}s`}`;
}
