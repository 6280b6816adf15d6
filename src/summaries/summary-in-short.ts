import type { Report } from './report.ts';
import type { SummaryItem } from './summary.ts';
import { itemHeadings } from './summary-report.ts';

/** What somebody need not know yet who has not decided whether to read it. */
const items: readonly SummaryItem[] = [
  'authorship',
  'methods',
  'limits',
  'primary-care',
  'secondary-care',
];
const headings: ReadonlySet<string | null> = new Set(items.map((item) => itemHeadings[item]));

/**
 * The first statements of a summary on what the publication is, finds and recommends, as one
 * paragraph of whole statements; empty when there is none of these, or the first is too long.
 *
 * @param mostCharacters UTF-16 code units.
 */
export function summaryInShort({ parts }: Report, mostCharacters: number): string {
  let said = '';
  for (const part of parts) {
    if (part.kind !== 'claims' || headings.has(part.heading)) continue;
    for (const { text } of part.claims) {
      const longer = said === '' ? text : `${said} ${text}`;
      if (longer.length > mostCharacters) return said;
      said = longer;
    }
  }
  return said;
}
