import { load } from 'cheerio';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { openZipArchive } from '../../../src/library/readers/zip-archive.ts';
import { type Report, reportDocx, reportFileName } from '../../../src/summaries/index.ts';
import { dischargeSource, sampleClaim, sampleComparison, sampleReport } from './sample-report.ts';

const madeAt = Date.UTC(2026, 10, 22, 9);

const styleMap = [
  "p[style-name='Title'] => p.title:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Source'] => p.source:fresh",
  "p[style-name='Small print'] => p.small:fresh",
  "p[style-name='Place of a quote'] => p.place:fresh",
];

async function readBack(report: Report) {
  const bytes = await reportDocx(report, { madeAt });
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap },
  );
  const archive = await openZipArchive(bytes, 10_000_000);
  const part = async (name: string): Promise<string> => (await archive.text(name)) ?? '';
  return { page: load(value.replaceAll('\u00a0', ' ')), messages, part };
}

describe('a report as a Word document', () => {
  test('has headings, statements, sources and quotes', async () => {
    const { page } = await readBack(sampleReport());
    const headings = page('.title, h1, h2').map((_, each) => page(each).text());
    expect(headings.get()).toEqual([
      'Discharge to assess',
      'Findings',
      'Source',
      'Quotes',
      'How this was written',
    ]);
    expect(page.text()).toContain('Median length of stay fell from 9 to 6 days. (p. 3)');
    expect(page.text()).toContain(
      '[1] Discharge to assess. Ann Author, Ben Writer. Paper, 4 May 2023. Cited: p. 3.',
    );
    expect(page.text()).toContain('Written by Concord on 22 November 2026.');
    expect(page.text()).toContain('no language model was used');
    expect(
      page('a')
        .map((_, link) => page(link).attr('href'))
        .get(),
    ).toEqual([dischargeSource.publication.link]);
  });

  test('a table repeats its header and says what is not reported', async () => {
    const { page, part } = await readBack(sampleComparison);
    const cells = page('tr').map((_, row) => [
      page(row)
        .children()
        .map((__, cell) => page(cell).text())
        .get(),
    ]);
    expect(cells.get()).toEqual([
      ['Publication', 'Outcomes', 'Recommendations'],
      [
        '[1] Discharge to assess (4 May 2023)',
        'Median length of stay fell from 9 to 6 days. (p. 3)',
        'not reported',
      ],
      [
        '[2] Virtual wards (2025, superseded)',
        'Stays did not become shorter. (“Length of stay”)',
        'not reported',
      ],
    ]);
    expect((await part('word/document.xml')).match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(page.text()).toContain('Superseded by Virtual wards 2.');
    expect(page.text()).toContain('A language model wrote the statements.');
    expect(page.text()).toContain('Backs: Stays did not become shorter.');
  });

  test('real styles, its language and its title are in the file', async () => {
    const { messages, part } = await readBack(sampleComparison);
    expect(messages.map(({ message }) => message)).toEqual([]);
    expect(await part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    expect(await part('docProps/core.xml')).toContain(
      '<dc:title>Two publications compared</dc:title>',
    );
    const body = await part('word/document.xml');
    for (const style of [
      'Title',
      'Heading1',
      'Heading2',
      'Quote',
      'SmallPrint',
      'QuotePlace',
      'Source',
    ]) {
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    }
  });

  test('what is not English is marked as what it is', async () => {
    const publication = { ...dischargeSource.publication, language: 'cy' };
    const report = sampleReport({ sources: [{ ...dischargeSource, publication }] });
    expect(await (await readBack(report)).part('word/document.xml')).toContain(
      '<w:lang w:val="cy"/>',
    );
  });

  test('a wide table lies across the page', async () => {
    const columns = ['a', 'b', 'c', 'd', 'e', 'f'];
    const rows = [{ source: 1, cells: columns.map(() => [sampleClaim()]) }];
    const { part } = await readBack(
      sampleReport({ parts: [{ kind: 'table', heading: null, columns, rows }] }),
    );
    expect(await part('word/document.xml')).toContain('w:orient="landscape"');
  });

  test('characters that no Word file may hold, markup and addresses do no harm', async () => {
    const text = 'A & B < C \u0000\u000b\ud800 "quoted" <w:p/> javascript:alert(1) ]]>';
    const publication = {
      ...dischargeSource.publication,
      title: text,
      link: 'javascript:alert(1)',
    };
    const { page } = await readBack(
      sampleReport({
        title: text,
        sources: [{ ...dischargeSource, publication }],
        parts: [{ kind: 'claims', heading: text, claims: [sampleClaim({ text })] }],
      }),
    );
    expect(page('h1').first().text()).toBe(
      'A & B < C \ufffd "quoted" <w:p/> javascript:alert(1) ]]>',
    );
    expect(page('a')).toHaveLength(0);
  });
});

describe('the name of a file', () => {
  test('tells what it is, in characters that every system takes', () => {
    expect(reportFileName(sampleReport(), 'docx')).toBe('summary-discharge-to-assess.docx');
    const odd = sampleReport({ title: '../Où est: "café"? \u0000 \ud83c\udfe5 /etc' });
    expect(reportFileName(odd, 'md')).toBe('summary-ou-est-cafe-etc.md');
    const long = reportFileName(sampleReport({ title: 'long '.repeat(100) }), 'md');
    expect(long.length).toBeLessThan(90);
    expect(reportFileName(sampleReport({ title: '???' }), 'md')).toBe('summary.md');
  });
});
