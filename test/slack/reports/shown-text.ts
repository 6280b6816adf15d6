import { expect } from 'vitest';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { reportMessages } from '../../../src/slack/reports/report-messages.ts';
import type { Report } from '../../../src/summaries/index.ts';
import { keptReport } from './sample-report.ts';

/** All that the messages show, as one text with a line for each piece of text. */
export function shownText(
  report: Report,
  ...rest: [owner?: string | null, audience?: 'channel']
): string {
  const [owner = null, audience] = rest;
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (key === 'text' && typeof item === 'string') texts.push(item);
      else collect(item);
    }
  };
  for (const { blocks } of reportMessages(keptReport(report, owner), [], audience)) {
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    collect(blocks);
  }
  return texts.join('\n').replaceAll('\u00a0', ' ');
}
