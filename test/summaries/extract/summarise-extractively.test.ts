import { describe, expect, test } from 'vitest';
import type { Publication } from '../../../src/library/index.ts';
import {
  claimsOf,
  reportOfSummary,
  type Summary,
  type SummaryItem,
  summariseExtractively,
} from '../../../src/summaries/index.ts';
import { readSampleFile, readSampleText } from '../../fakes/read-sample.ts';

async function summaryOf(
  markdown: string,
  options: Partial<Parameters<typeof summariseExtractively>[1]> = {},
  overrides: Partial<Publication> = {},
): Promise<Summary> {
  const read = await readSampleText(markdown, { kind: 'paper', ...overrides });
  const summary = summariseExtractively(read, { length: 'full', reader: 'member', ...options });
  if (summary === null) throw new Error('there is no summary');
  return summary;
}

const textsOf = ({ parts }: Summary, item: SummaryItem): string[] =>
  parts
    .filter((part) => part.item === item)
    .flatMap(({ claims }) => claims.map(({ text }) => text));
const allOf = (summary: Summary): string =>
  claimsOf(reportOfSummary(summary))
    .map(({ text }) => text)
    .join(' ');

const study = `# Nurses on call in Merrowdale

By Ann Smith and Tom Grey

6 May 2024

## Question

We asked whether a nurse on call at night reduces emergency admissions from care homes.

## Methods

We compared 40 care homes with a nurse on call with 40 homes without one. Each home was followed for twelve months (see Figure 1).

## Results

Emergency admissions fell by 18% in homes with a nurse on call.12 They did not fall elsewhere. The service cost £212,000 a year. Figure 2 shows admissions by month.

## Limits

Homes were not randomised, so other differences may explain part of the fall.

## Recommendations

We recommend that every care home can call a nurse at night. GPs should agree the plan of each resident with the nurse.

## References

Smith A. We recommend nurses. 2020.
`;

describe('a paper with sections', () => {
  test('is said under the items that a leader expects, in its own words', async () => {
    const summary = await summaryOf(study, {}, { authors: ['Ann Smith', 'Tom Grey'] });
    expect(textsOf(summary, 'about')).toEqual([
      'We asked whether a nurse on call at night reduces emergency admissions from care homes.',
    ]);
    expect(textsOf(summary, 'authorship')).toEqual(['By Ann Smith and Tom Grey, 6 May 2024.']);
    expect(textsOf(summary, 'findings')).toContain(
      'Emergency admissions fell by 18% in homes with a nurse on call.',
    );
    expect(textsOf(summary, 'methods')[0]).toMatch(/^We compared 40 care homes/);
    expect(textsOf(summary, 'limits')).toHaveLength(1);
    expect([...textsOf(summary, 'recommendations'), ...textsOf(summary, 'primary-care')]).toContain(
      'We recommend that every care home can call a nurse at night.',
    );
    expect(textsOf(summary, 'secondary-care')).toEqual([]);
    expect(summary.notReported).toEqual([]);
  });

  test('says nothing of figures, references and what cannot be understood alone', async () => {
    const said = allOf(await summaryOf(study));
    expect(said).not.toMatch(/Figure|Smith A|They did not fall/);
  });

  test('quotes stay as they stand, marks of footnotes included', async () => {
    const summary = await summaryOf(study);
    const claim = claimsOf(reportOfSummary(summary)).find(({ text }) => text.includes('18%'));
    expect(claim?.text).toMatch(/on call\.$/);
    expect(claim?.quotes[0]?.text).toMatch(/on call\.12$/);
  });

  test('one sentence says what it found', async () => {
    const summary = await summaryOf(study, { length: 'sentence' });
    expect(claimsOf(reportOfSummary(summary)).map(({ text }) => text)).toEqual([
      'Emergency admissions fell by 18% in homes with a nurse on call.',
    ]);
    expect(summary.notReported).toEqual([]);
  });

  test('a board is told first what is recommended', async () => {
    const report = reportOfSummary(await summaryOf(study, { reader: 'board' }));
    const headings = report.parts.map(({ heading }) => heading);
    expect(headings.indexOf('What it recommends')).toBeLessThan(headings.indexOf('Key findings'));
    const forMembers = reportOfSummary(await summaryOf(study)).parts.map(({ heading }) => heading);
    expect(forMembers.indexOf('Key findings')).toBeLessThan(
      forMembers.indexOf('What it recommends'),
    );
  });

  test('fewer words leave the rest out and say so', async () => {
    const summary = await summaryOf(study, { words: 40 });
    expect(allOf(summary).split(' ').length).toBeLessThanOrEqual(46);
    expect(summary.notes.join(' ')).toMatch(/^For want of room this leaves out .+\.$/);
  });

  test('what it does not report is said, and what the library knows is only a note', async () => {
    const short = study
      .replace(/By Ann[^#]*/, '')
      .replace(/## Limits[^#]*/, '')
      .replace(/## Recommendations[^#]*/, '');
    const summary = await summaryOf(short, {}, { authors: ['Ann Smith'], date: '2024-05-06' });
    expect(summary.notReported).toEqual(['authorship', 'recommendations', 'limits']);
    const report = reportOfSummary(summary);
    expect(report.parts.at(-1)).toEqual({
      kind: 'silence',
      heading: 'Not reported',
      sentences: [
        'The paper does not say who wrote it.',
        'The paper does not report recommendations.',
        'The paper does not report its limits.',
      ],
    });
    expect(report.notes[0]).toBe(
      'According to the library’s record, it is by Ann Smith and dated 6 May 2024.',
    );
    expect(allOf(summary)).not.toContain('Ann Smith');
  });

  test('nothing is said to be missing in a language whose phrases are not known', async () => {
    const german =
      '# Bericht\n\nDie Zahl der Aufnahmen sank um 18 Prozent. Die Kosten stiegen leicht an. Es gab keine Vergleichsgruppe im Jahr 2020. Alle Heime nahmen teil an der Studie.';
    const summary = await summaryOf(german, {}, { language: 'de' });
    expect(summary.notReported).toEqual([]);
  });
});

describe('items of a list', () => {
  test('come together with what leads in to them', async () => {
    const lists = `# The report of the panel\n\n## Summary\n\nThe panel recommends that each trust should:\n\n- publish its waiting times;\n- appoint a nurse for discharge.\n`;
    expect(textsOf(await summaryOf(lists), 'recommendations')).toEqual([
      'The panel recommends that each trust should: publish its waiting times; appoint a nurse for discharge.',
    ]);
  });

  test('stand alone where they are sentences, the first of several', async () => {
    const lists = `# The report of the panel\n\n## Recommendations\n\nWe recommend the following:\n\n1. Boards should meet in public every month. This was asked for often.\n2. Budgets should be pooled by 2026.\n`;
    expect(textsOf(await summaryOf(lists), 'recommendations')).toContain(
      'Boards should meet in public every month.',
    );
  });

  test('numbered recommendations are told all or not at all', async () => {
    const numbered = `# Inquiry\n\n## Findings\n\nThe inquiry found that the plans failed in 12 towns.\n\n## Recommendation 1: One plan\n\nThere should be one plan.\n\n## Recommendation 2: One budget\n\nThere should be one budget.\n\n## Recommendation 3: One board\n\nThere should be one board.\n`;
    const full = await summaryOf(numbered);
    expect(textsOf(full, 'recommendations')).toEqual(
      expect.arrayContaining([
        'Recommendation 1: One plan',
        'Recommendation 2: One budget',
        'Recommendation 3: One board',
      ]),
    );
    expect(allOf(await summaryOf(numbered, { words: 20 }))).not.toContain('Recommendation 2');
  });
});

describe('an answer to another publication', () => {
  const response = `# Government response to the report on night nurses

## Introduction

This response sets out what the government will do about the report.

## Recommendation 1

The government should pay for a nurse in every care home.

The government agrees that residents need help at night. We will fund 200 nurses by 2026.

## Recommendation 2

We recommend that hospitals close at night.

The government does not accept this view of hospitals.
`;

  test('says its own positions and promises, not what it was asked', async () => {
    const summary = await summaryOf(
      response,
      {},
      { title: 'Government response to the report on night nurses' },
    );
    expect(textsOf(summary, 'findings')).toContain(
      'The government agrees that residents need help at night.',
    );
    expect(textsOf(summary, 'recommendations')).toContain('We will fund 200 nurses by 2026.');
    expect(allOf(summary)).not.toMatch(/should pay|close at night/);
    const headings = reportOfSummary(summary).parts.map(({ heading }) => heading);
    expect(headings).toContain('What it commits to');
    expect(headings).not.toContain('What it recommends');
  });
});

describe('the sample library', () => {
  const file = (name: string): string =>
    new URL(`../../../corpus/${name}`, import.meta.url).pathname;

  test('that a paper was retracted is the first thing said of it', async () => {
    const read = await readSampleFile(file('copd-virtual-ward.md'), { status: 'retracted' });
    const summary = summariseExtractively(read, { length: 'brief', reader: 'board' });
    if (summary === null) throw new Error('there is no summary');
    const [first] = claimsOf(reportOfSummary(summary));
    expect(first?.text).toBe('The authors retracted this paper on 3 October 2022.');
    expect(allOf(summary)).not.toContain('39%');
  });

  test('a policy is asked for no findings, methods or limits', async () => {
    const read = await readSampleFile(file('discharge-policy-2024.md'));
    const summary = summariseExtractively(read, { length: 'brief', reader: 'member' });
    expect(summary?.notReported).toEqual(['authorship']);
    expect(summary?.parts[0]?.item).toBe('about');
  });
});

test('what holds no sentence has no summary', async () => {
  const read = await readSampleText('# A list\n\n- one\n- two\n');
  expect(summariseExtractively(read, { length: 'brief', reader: 'member' })).toBeNull();
});
