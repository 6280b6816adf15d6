import type { IngestReport } from '../library/index.ts';

const mostShown = 20;

/** What an ingest did, for people: a line of figures, then what they may want to act on. */
export function describeIngest(report: IngestReport, { isDryRun }: { isDryRun: boolean }): string {
  const { added, changed, retired, restored, failed, waiting } = report;
  const counts = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${report.unchanged} unchanged`,
    restored.length > 0 ? `${restored.length} restored` : '',
    `${retired.length} retired`,
    `${failed.length} failed`,
    waiting.length > 0 ? `${waiting.length} still being written` : '',
  ].filter((count) => count !== '');
  const cost = `${report.passages} ${report.passages === 1 ? 'passage' : 'passages'} in ${report.seconds.toFixed(1)} s`;
  return [
    `${isDryRun ? 'Would be: ' : ''}${counts.join(', ')} (${cost})`,
    ...section('Added', added),
    ...section('Changed', changed),
    ...section('Restored, their files are back', restored),
    ...section('Retired, their files are gone', retired),
    ...section(
      'Failed; what was in the library of them is unchanged',
      failed.map(({ code, reason }) => `${reason} (${code})`),
    ),
    ...section(
      'Same content more than once',
      report.duplicates.map((sources) => sources.join(' = ')),
    ),
    ...section(
      'Worth knowing',
      report.warnings.map(({ source, message }) => `${source}: ${message}`),
    ),
    ...section('Passed over, format not read', report.ignored),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostShown).map((line) => `  ${line}`);
  const more = lines.length - shown.length;
  return ['', title, ...shown, ...(more > 0 ? [`  and ${more} more (--json lists all)`] : [])];
}
