import { describe, expect, test } from 'vitest';
import { outline, readBytes } from './read-bytes.ts';

describe('Markdown', () => {
  test('gives headings, lists, tables, quotes and footnotes as blocks, without markup', async () => {
    const markdown = [
      '# Shared *clinics*',
      '',
      'Patients wait [less](https://example.org), see the `plan`.[^1] ![a picture](x.png)',
      'A second line.',
      '',
      '- first **item**',
      '  - inner item',
      '- second',
      '',
      '> quoted words',
      '',
      '| Site | Visits |',
      '|------|-------:|',
      '| Northmere | 412 |',
      '',
      '[^1]: Counted in 2024.',
      '',
      '<p>Raw <b>HTML</b></p><script>alert(1)</script>',
    ].join('\n');
    expect(outline(await readBytes(markdown, 'clinics.md'))).toEqual([
      'heading1 Shared clinics',
      'paragraph Patients wait less, see the plan. A second line.',
      'list-item first item',
      'list-item inner item',
      'list-item second',
      'paragraph quoted words',
      'table-row Site | Visits',
      'table-row Northmere | 412',
      'footnote Counted in 2024.',
      'paragraph Raw HTML',
    ]);
  });

  test('keeps front matter as it was written: dates, years and words stay text', async () => {
    const document = await readBytes(
      '\ufeff---\r\ntitle: "2014: a year"\r\ndate: 2014-10-06\r\nillustrative: yes\r\n---\r\n# Body\r\n',
      'year.md',
    );
    expect(document.properties.frontMatter).toEqual({
      title: '2014: a year',
      date: '2014-10-06',
      illustrative: 'yes',
    });
    expect(outline(document)).toEqual(['heading1 Body']);
  });

  test('reports front matter that is no YAML, with its line', async () => {
    const broken = '---\ntitle: Plan\nauthors: [one, two\n---\n\nText.';
    await expect(readBytes(broken, 'plan.md')).rejects.toMatchObject({
      code: 'file-malformed',
      message: expect.stringMatching(/front matter that is not valid YAML \(line \d/),
    });
  });

  test('refuses aliases, which can grow without bounds', async () => {
    const bomb = '---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]\n---\nText.';
    await expect(readBytes(bomb, 'bomb.md')).rejects.toThrow(/aliases/);
  });

  test('takes a line of dashes at the start for what it is when nothing closes it', async () => {
    const document = await readBytes('---\n\nNo front matter here.', 'dashes.md');
    expect(document.properties).toEqual({});
    expect(outline(document)).toEqual(['paragraph No front matter here.']);
  });
});

describe('plain text', () => {
  test('finds the title, headings, bullets and wrapped paragraphs', async () => {
    const text = [
      '6 October 2014',
      '',
      'A partnership for integrated care',
      '',
      'Two bodies have agreed to work together. The first of',
      'them stands for primary care and the second one for',
      'hospitals.',
      '',
      'What happens next',
      '',
      'They will publish papers:',
      '',
      '  • on outcomes,',
      '  • on budgets that go beyond',
      '    one year.',
      '',
      '2.1 Method',
      'The papers are written by members of both of the bodies.',
    ].join('\n');
    expect(outline(await readBytes(text, 'notice.txt'))).toEqual([
      'paragraph 6 October 2014',
      'heading1 A partnership for integrated care',
      'paragraph Two bodies have agreed to work together. The first of them stands for primary care and the second one for hospitals.',
      'heading2 What happens next',
      'paragraph They will publish papers:',
      'list-item on outcomes,',
      'list-item on budgets that go beyond one year.',
      'heading3 2.1 Method',
      'paragraph The papers are written by members of both of the bodies.',
    ]);
  });

  test('makes no heading of a sentence, an address, a name under a letter or the last line', async () => {
    const text = [
      'Dear colleague,',
      'thank you for your letter about the clinic, which we have read with great interest here.',
      '',
      'Please write to info@example.org',
      '',
      'We will answer soon.',
      '',
      'The Partnership Office',
    ].join('\n');
    expect(
      outline(await readBytes(text, 'letter.txt')).filter((line) => line.startsWith('heading')),
    ).toEqual([]);
  });

  test('takes underlined lines as headings and tabbed lines as a table', async () => {
    const text =
      'Report\n======\n\nFindings\n--------\nIt works.\n\nSite\tVisits\nNorthmere\t412\n';
    expect(outline(await readBytes(text, 'report.txt'))).toEqual([
      'heading1 Report',
      'heading2 Findings',
      'paragraph It works.',
      'table-row Site | Visits',
      'table-row Northmere | 412',
    ]);
  });

  test.each([
    ['UTF-8', Buffer.from('Café – naïve')],
    ['UTF-8 with its mark', Buffer.from('\ufeffCafé – naïve')],
    ['UTF-16 little-endian', Buffer.from('\ufeffCafé – naïve', 'utf16le')],
    ['UTF-16 big-endian', Buffer.from('\ufeffCafé – naïve', 'utf16le').swap16()],
    ['UTF-16 without its mark', Buffer.from('Café – naïve', 'utf16le')],
    [
      'Windows-1252',
      Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x6e, 0x61, 0xef, 0x76, 0x65]),
    ],
  ])('is decoded from %s', async (_, bytes) => {
    expect((await readBytes(bytes, 'cafe.txt')).blocks.map(({ text }) => text)).toEqual([
      'Café – naïve',
    ]);
  });
});
