import type { Report } from '../report.ts';
import type { ReportFileOptions } from './lay-out-report.ts';

/**
 * A report as a Word document with real headings, tables whose header rows are repeated, and its
 * language set; with its sources and every quote. The only links are the publications' own.
 */
export async function reportDocx(report: Report, options: ReportFileOptions): Promise<Uint8Array> {
  // Takes a while to load, and few ask for it.
  const { writeDocx } = await import('./write-docx.ts');
  return writeDocx(report, options);
}
