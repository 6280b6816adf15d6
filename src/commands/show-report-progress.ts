import type { ReportProgress } from '../summaries/index.ts';
import type { CommandContext } from './command.ts';
import { createProgressBar, type ProgressBar } from './progress-bar.ts';

/** Shows how far the writing of a report is: a bar where something is counted, else a line. */
export function showReportProgress({ note }: Pick<CommandContext, 'note'>): {
  onProgress(progress: ReportProgress): void;
  stop(): void;
} {
  let bar: { of: 'section' | 'publication'; shown: ProgressBar } | null = null;
  const stop = (): void => {
    bar?.shown.stop();
    bar = null;
  };
  const count = (of: 'section' | 'publication', done: number, total: number): void => {
    if (bar?.of !== of) {
      stop();
      bar = { of, shown: createProgressBar(of === 'section' ? 'Section' : 'Publication') };
    }
    bar.shown.update(done, total);
  };
  return {
    stop,
    onProgress: (progress) => {
      switch (progress.kind) {
        case 'section':
        case 'publication':
          return count(progress.kind, progress.number, progress.of);
        case 'reading-file':
          return note(`Reading ${progress.filename}…`);
        case 'reading':
          return note(describeReading(progress));
        case 'foreseen':
          return note(describeForeseen(progress));
        case 'merging':
          stop();
          return note('Putting together what the sections say…');
      }
    },
  };
}

/** What is going to be paid for, in thousands since it is an estimate. */
function describeForeseen({
  calls,
  tokens,
}: Extract<ReportProgress, { kind: 'foreseen' }>): string {
  const about = (Math.ceil(tokens / 1_000) * 1_000).toLocaleString('en-GB');
  return `The model is going to read and write about ${about} tokens in ${calls} calls…`;
}

function describeReading({
  publications,
  pages,
}: Extract<ReportProgress, { kind: 'reading' }>): string {
  const texts = publications === 1 ? '1 publication' : `${publications} publications`;
  const length = pages === null ? '' : pages === 1 ? ' of 1 page' : ` of ${pages} pages`;
  return `Reading ${texts}${length}…`;
}
