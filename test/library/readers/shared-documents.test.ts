import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import {
  createDocumentReaders,
  type ReadDocument,
  ReadError,
  type ReadErrorCode,
} from '../../../src/library/index.ts';
import { outline } from './read-bytes.ts';

const folder = fileURLToPath(new URL('../../../../shared/documents/', import.meta.url));
const partnership = fileURLToPath(new URL('../../../../shared/partnership/', import.meta.url));
const present = existsSync(`${folder}manifest.jsonl`) && existsSync(partnership);

/** What the manifest's notes mean for reading; every other file is a document. */
const refusals: Readonly<Record<string, ReadErrorCode>> = {
  'empty.docx': 'file-without-text',
  'scanned_medical_report.pdf': 'file-without-text',
  'empty_page.pdf': 'file-without-text',
  'enc_r4_aes_user.pdf': 'file-encrypted',
  'enc_pdfjs_abc.pdf': 'file-encrypted',
  'bad_poppler-742-0-fuzzed.pdf': 'file-malformed',
  'bad_poppler-85140-0.pdf': 'file-malformed',
  'bad_PDFBOX-3148-2-fuzzed.pdf': 'file-without-text',
  'bad_GHOSTSCRIPT-698804-1-fuzzed.pdf': 'file-without-text',
  'derived_zero_bytes.pdf': 'file-empty',
  'derived_truncated.pdf': 'file-truncated',
  'derived_html_named.pdf': 'file-mislabelled',
  'derived_zip_named.docx': 'file-mislabelled',
  'derived_bomb_like.docx': 'file-too-large',
};

const readers = createDocumentReaders({ timeMs: 30_000 });
afterAll(() => readers.close());
const outcomes = new Map<string, Promise<ReadDocument>>();

/** Each file is read once, however many tests look at it. */
function read(file: string): Promise<ReadDocument> {
  const outcome = outcomes.get(file) ?? readers.read(`${folder}${file}`);
  outcomes.set(file, outcome);
  return outcome;
}
const texts = async (file: string) => (await read(file)).blocks.map(({ text }) => text);

describe.skipIf(!present)('the development documents (skipped where they are missing)', () => {
  const files = present ? manifestFiles() : [];

  test('are all listed', () => {
    const onDisk = readdirSync(folder).filter((file) => file !== 'manifest.jsonl');
    expect(files.toSorted()).toEqual(onDisk.toSorted());
  });

  test.each(files)('%s is read, or refused for the right reason', async (file) => {
    const refusal = refusals[file];
    const outcome = await read(file).catch((error: unknown) => error);
    if (refusal === undefined) {
      expect(outcome).not.toBeInstanceOf(Error);
      expect(outcome).toMatchObject({ blocks: expect.arrayContaining([expect.anything()]) });
      return;
    }
    expect(outcome).toBeInstanceOf(ReadError);
    expect(outcome).toMatchObject({ code: refusal });
    expect((outcome as ReadError).forPeople).toMatch(
      new RegExp(`^${file.replaceAll('.', '\\.')} .+\\. [A-Z].+\\.$`),
    );
  });

  test('a scan says that it needs text recognition, an empty page does not', async () => {
    await expect(read('scanned_medical_report.pdf')).rejects.toThrow(/no text \(a scan\)/);
    await expect(read('empty_page.pdf')).rejects.toThrow(/holds no text$/);
  });

  test('the inquiry report gives its page labels and properties', async () => {
    const report = await read('uk_covid_inquiry_m1_report.pdf');
    expect(report.pageCount).toBe(240);
    expect(report.pageLabels?.slice(2, 20)).toEqual([
      ...'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi 1 2'.split(' '),
    ]);
    expect(report.properties).toMatchObject({
      title:
        'UK Covid-19 Inquiry - Module 1: The resilience and preparedness of the United Kingdom',
      authors: ['UK Covid-19 Inquiry'],
      date: '2024-07-05',
    });
  });

  test('its headings, notes and tables are told apart, and its running headers are gone', async () => {
    const lines = outline(await read('uk_covid_inquiry_m1_report.pdf'));
    const chapters = lines.filter((line) => /^heading\d Chapter \d:/.test(line));
    expect(chapters).toHaveLength(6);
    expect(new Set(chapters.map((line) => line.slice(0, 8)))).toEqual(new Set(['heading2']));
    const recommendations = lines.filter((line) => /^heading\d Recommendation \d+:/.test(line));
    expect(new Set(recommendations.map((line) => line.slice(9, 26))).size).toBe(10);
    expect(lines).toContain('footnote 1 Charlotte Hammer 14 June 2023 81/4-12');
    expect(lines.filter((line) => line === 'paragraph Executive summary')).toEqual([]);
    const running = 'Module 1: The resilience and preparedness of the United Kingdom';
    expect(lines.filter((line) => line.includes(running)).length).toBeLessThan(8);
    expect(lines.find((line) => line.includes('| Swine flu |'))).toMatch(
      /^table-row 2009 to 2010 \| Influenza: H1N1 \| Swine flu \| Became endemic \(first wave ~24%\)/,
    );
  });

  test('two columns are read one after the other', async () => {
    const lines = await texts('multicolumn.pdf');
    expect(lines.join(' ')).toContain('Integer tempus convallis augue.');
    expect(lines).toContain(
      'Country | Population (millions) | Area (km²) | Capital | Official Language',
    );
    expect(lines).toContain('Czech Republic | 10.7 | 78,866 | Prague | Czech');
    expect(lines.filter((line) => /^\d$/.test(line))).toEqual([]);
  });

  test('a file attached to a PDF is left out and named', async () => {
    const document = await read('with_attachment.pdf');
    expect(document.warnings).toEqual(['attached files left out: image.png']);
  });

  test('Word tables keep their rows; notes are notes; comments, headers and footers are no text', async () => {
    expect(outline(await read('tables.docx'))).toEqual(
      expect.arrayContaining([
        'table-row Header Col 1 | Header Col 2',
        'table-row Lorem ipsum | A link example',
      ]),
    );
    expect(outline(await read('footnotes.docx'))).toEqual([
      'paragraph Ouch.',
      'footnote A tachyon walks into a bar.',
      'footnote Fin.',
    ]);
    expect((await read('comments.docx')).warnings).toEqual(['reviewers’ comments were left out']);
    expect(await texts('comments.docx')).toEqual(['Ouch.']);
    expect(await texts('header_footer.docx')).toEqual(['Main document']);
    expect(await texts('hf_ndl_wales_carers_analysis_plan.docx')).toContain(
      'Denbighshire | 04/2020 – 03/2022 | 400',
    );
  });

  test('slides are pages, with tables, charts and shapes within shapes', async () => {
    const deck = await read('deck.pptx');
    expect(deck.pageCount).toBe(6);
    const table = deck.blocks.filter(
      ({ kind, pages }) => kind === 'table-row' && pages[0]?.page === 3,
    );
    expect(table.map(({ text }) => text)[0]).toBe('ColA | ColB | ColC | ColD | ColE | ColF');
    expect(outline(deck)).toContain('table-row 2003 | 2003');
    expect(outline(deck).join()).toContain('This is a nested shape with content in 2 shapes');
    expect(await texts('deck_malformed.pptx')).toEqual(['Test Slide']);
  });

  test('web pages come without scripts, styles and menus, in any encoding', async () => {
    for (const file of ['scripts.html', 'hf_care_homes_sensitivity.html', 'blog.html']) {
      const all = (await texts(file)).join('\n');
      expect(all).not.toMatch(/function\s*\(|jQuery|var\s+\w+\s*=|\{\s*color:|base64|Skip to main/);
    }
    expect(await texts('utf16.html')).toContain('Chemical composition 成分 % of grade SNB22-3');
    expect((await read('scripts.html')).properties.title).toBe(
      'Russian Offensive Campaign Assessment, December 13',
    );
    expect((await texts('blog.html'))[0]).toMatch(/^Does Model and Inference Parameter Matter/);
  });

  test('the partnership’s own texts show their title, date, headings and bullets', async () => {
    const notice = await readers.read(`${partnership}partnership-press-notice-2014.txt`);
    const lines = outline(notice);
    expect(lines.slice(0, 2)).toEqual([
      'paragraph 6 October 2014',
      'heading1 Integrated Thinking for Integrated Care – NHS Alliance and Foundation Trust Network Form New Collaboration',
    ]);
    expect(lines.filter((line) => line.startsWith('heading2'))).toEqual([
      'heading2 About NHS Alliance',
      'heading2 About FTN',
      'heading2 Initial findings and next steps',
    ]);
    expect(lines.filter((line) => line.startsWith('list-item'))).toHaveLength(8);
    expect(lines).toContain(
      'list-item Success should be measured by the outcomes achieved for the patient.',
    );
    const article = outline(await readers.read(`${partnership}discussion-paper-article.txt`));
    expect(article.filter((line) => line.startsWith('heading'))).toEqual([
      'heading2 Gluing service together',
    ]);
  });
});

function manifestFiles(): string[] {
  return readFileSync(`${folder}manifest.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { file: string }).file);
}
