import { expect, test } from 'vitest';
import { createDraftNoticeText } from '../../../../src/slack/notices/composing/draft-notice-text.ts';
import { ReportRefused } from '../../../../src/summaries/index.ts';
import { createScriptedSummaries } from '../../../fakes/scripted-summaries.ts';
import { sampleClaim, sampleReport } from '../../../summaries/files/sample-report.ts';

const abstract = 'Shared clinics shortened the wait for most patients.';
const library = { text: async () => ({ text: abstract, pageStarts: [], headings: [] }) };
const writer = { person: 'U1', audiences: ['public', 'members'] } as const;
const stated = 'Waits fell by a third.';
const report = sampleReport({
  parts: [{ kind: 'claims', heading: 'Key findings', claims: [sampleClaim({ text: stated })] }],
});

test('a notice begins with the summary of its publication, as its writer may read it', async () => {
  const summaries = createScriptedSummaries(() => report);
  const draft = createDraftNoticeText({ summaries, library, mostMs: 5_000 });
  expect(await draft('clinics', writer)).toBe(stated);
  expect(summaries.asked[0]?.request).toMatchObject({
    publicationId: 'clinics',
    asker: 'U1',
    audiences: ['public', 'members'],
    length: 'brief',
    reader: 'member',
  });
});

test('without a summary it begins with the abstract', async () => {
  const summaries = createScriptedSummaries(() => {
    throw new ReportRefused('nothing-to-summarise', 'It says nothing.');
  });
  const draft = createDraftNoticeText({ summaries, library, mostMs: 5_000 });
  expect(await draft('clinics', writer)).toBe(abstract);
});

test('a summary that takes too long is not waited for', async () => {
  const summaries = createScriptedSummaries(() => new Promise(() => {}));
  const draft = createDraftNoticeText({ summaries, library, mostMs: 5 });
  expect(await draft('clinics', writer)).toBe(abstract);
});
