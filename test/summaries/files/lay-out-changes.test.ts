import { expect, test } from 'vitest';
import { type Report, reportMarkdown } from '../../../src/summaries/index.ts';
import {
  dischargeSource,
  sampleClaim,
  sampleQuote,
  sampleReport,
  wardsSource,
} from './sample-report.ts';

test('of changes the editions are named in short, and what was added is one list', () => {
  const old = { ...dischargeSource.publication, title: 'Discharge policy' };
  const sources = [
    { ...dischargeSource, publication: old },
    { ...wardsSource, publication: { ...old, id: 'wards', date: '2025-01-02' } },
  ];
  const later = (text: string) =>
    sampleClaim({ text, quotes: [sampleQuote({ publicationId: 'wards' })], citations: [2] });
  const sides = [
    { label: '9 days → 6 days', claims: [sampleClaim(), later('Six days.')] },
    { label: 'Added', claims: [later('One.')] },
    { label: 'Added', claims: [later('Two.')] },
  ];
  const parts: Report['parts'] = [{ kind: 'sides', heading: 'Stay', sides }];
  const text = reportMarkdown(sampleReport({ kind: 'changes', sources, parts }), { madeAt: 0 });
  expect(text).toContain(
    [
      '### 9 days → 6 days',
      '',
      '- **2023 \\[1\\]:** Median length of stay fell from 9 to 6 days. (p. 3)',
      '- **2025 \\[2\\]:** Six days. (p. 3)',
      '',
      '### Added (2025 \\[2\\])',
      '',
      '- One. (p. 3)',
      '- Two. (p. 3)',
      '',
      '## Sources',
    ].join('\n'),
  );
});
