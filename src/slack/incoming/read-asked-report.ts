import type { AskedReport } from './asked-report.ts';
import { readComparisonForm } from './comparison-form-submission.ts';
import { readSummaryForm } from './summary-form-submission.ts';
import { readSummaryPress } from './summary-press.ts';

/** What people fill in or press to get a report. */
const ways: readonly ((body: unknown) => AskedReport | null)[] = [
  readSummaryForm,
  readComparisonForm,
  readSummaryPress,
];

/** Null for anything else. */
export function readAskedReport(body: unknown): AskedReport | null {
  for (const read of ways) {
    const asked = read(body);
    if (asked !== null) return asked;
  }
  return null;
}
