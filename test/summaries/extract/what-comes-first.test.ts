import { expect, test } from 'vitest';
import {
  type SummaryItem,
  type SummaryReader,
  summariseExtractively,
  summaryReaders,
} from '../../../src/summaries/index.ts';
import { readSampleFile, readSampleText } from '../../fakes/read-sample.ts';

async function said(
  markdown: string,
  title: string,
  item: SummaryItem,
  kind: 'paper' | 'policy' = 'paper',
  reader: SummaryReader = 'member',
): Promise<string[]> {
  const read = await readSampleText(markdown, { kind, title });
  const summary = summariseExtractively(read, { length: 'brief', reader });
  return (summary?.parts ?? [])
    .filter((part) => part.item === item)
    .flatMap(({ claims }) => claims.map(({ text }) => text));
}

const housing = (opening: string): string =>
  `# Housing officers on the wards of Harrowfen\n\n## Background\n\n${opening}\n\n## What was done\n\nTwo housing officers work on the wards of the hospital every day.\n\n## Results\n\nStays fell by 42% in the first year.\n`;

test('what has the words of the title introduces a publication, not a saying or the size of a town', async () => {
  const title = 'Housing officers on the wards of Harrowfen';
  for (const opening of [
    'A doctor can mend a hip in days, but nobody can mend a staircase.',
    'Harrowfen has 98,000 inhabitants, of whom a third rent their homes.',
  ])
    expect(await said(housing(opening), title, 'about')).toEqual([
      'Two housing officers work on the wards of the hospital every day.',
    ]);
});

test('where nothing introduces it, nothing is said of what it is', async () => {
  const text =
    '# Satellite analysis\n\n## Background\n\nMany illnesses begin before people are 25 years old.\n\n## Results\n\nReferrals rose by 12% in four years.\n';
  expect(await said(text, 'Satellite analysis', 'about')).toEqual([]);
});

test('a paper that shows how something was done says so of itself, not as a finding', async () => {
  const text =
    '# Measures\n\n## Summary\n\nThis paper shows how three districts chose seven measures. Four measures improved by 10% in two years.\n\n## Results\n\nStrain of carers grew by 14%.\n';
  expect(await said(text, 'Measures', 'about')).toEqual([
    'This paper shows how three districts chose seven measures.',
  ]);
  expect((await said(text, 'Measures', 'findings')).join(' ')).not.toContain('shows how');
});

test('what a section on findings begins with is not left out for what costs came to', async () => {
  const file = new URL('../../../corpus/heart-failure-first-year.md', import.meta.url).pathname;
  const read = await readSampleFile(file, {
    title: 'A shared heart failure service in Northmere: the first year',
  });
  const summary = summariseExtractively(read, { length: 'brief', reader: 'member' });
  const findings = summary?.parts.find(({ item }) => item === 'findings')?.claims ?? [];
  expect(findings[0]?.text).toMatch(/fell by 28%/);
});

test.each(summaryReaders)(
  'duties and time limits are what a policy says to a %s',
  async (reader) => {
    const file = new URL('../../../corpus/discharge-policy-2024.md', import.meta.url).pathname;
    const read = await readSampleFile(file, {
      title: 'Discharge and transfer of care policy, Valley district (2024)',
    });
    const summary = summariseExtractively(read, { length: 'brief', reader });
    const texts = (summary?.parts ?? []).flatMap(({ claims }) => claims.map(({ text }) => text));
    expect(
      texts.filter((text) => /within (?:24|72) hours|20:00/.test(text)).length,
    ).toBeGreaterThan(1);
    expect(texts.join(' ')).not.toMatch(/tried the policy|therefore/);
  },
);
