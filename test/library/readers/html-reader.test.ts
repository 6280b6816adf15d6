import { describe, expect, test } from 'vitest';
import { outline, readBytes } from './read-bytes.ts';

const paragraph =
  'Shared clinics bring the consultant to the practice, so that patients travel less and wait less.';

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
}

describe('web pages', () => {
  test('are read without their furniture when the main part is marked', async () => {
    const html = page(`
      <header><a href="/">Home</a></header><nav><ul><li>Menu entry</li></ul></nav>
      <div id="cookie-banner">We use cookies. Accept all?</div>
      <main><h1>Shared clinics</h1><p>${paragraph}</p><aside>Related reading</aside>
      <script>var tracked = 1;</script><style>p { color: red }</style>
      <p hidden>Hidden words</p><p style="display:none">Invisible words</p></main>
      <footer>© The partnership</footer>`);
    expect(outline(await readBytes(html, 'page.html'))).toEqual([
      'heading1 Shared clinics',
      `paragraph ${paragraph}`,
    ]);
  });

  test('are read without their furniture when nothing is marked', async () => {
    const links = Array.from(
      { length: 8 },
      (_, index) => `<a href="/${index}">Page ${index}</a>`,
    ).join(' ');
    const html = page(`<table><tr><td><div>${links}</div></td><td><div><h1>Shared clinics</h1>
      <p>${paragraph}</p><p>${paragraph}</p></div></td></tr></table>`);
    expect(outline(await readBytes(html, 'old.html'))).toEqual([
      'heading1 Shared clinics',
      `paragraph ${paragraph}`,
      `paragraph ${paragraph}`,
    ]);
  });

  test('keep a heading that stands outside the main part', async () => {
    const html = page(
      `<div class="hero"><h1>Shared clinics</h1></div><article><p>${paragraph}</p></article>`,
    );
    expect(outline(await readBytes(html, 'hero.html'))[0]).toBe('heading1 Shared clinics');
  });

  test('keep rows of tables, carrying cells that span rows into each of them', async () => {
    const html = page(`<main><p>${paragraph}</p><table><caption>Visits</caption>
      <tr><th>Area</th><th>Site</th><th>Visits</th></tr>
      <tr><td rowspan="2">North</td><td>Northmere</td><td>412</td></tr>
      <tr><td>Stonelark</td><td><b>8</b>7</td></tr>
      <tr><td colspan="2">Total</td><td>499</td></tr></table></main>`);
    expect(outline(await readBytes(html, 'table.html')).slice(1)).toEqual([
      'paragraph Visits',
      'table-row Area | Site | Visits',
      'table-row North | Northmere | 412',
      'table-row North | Stonelark | 87',
      'table-row Total | | 499',
    ]);
  });

  test('tell notes from text and drop their marks', async () => {
    const html =
      page(`<main><h1>Notes</h1><p>${paragraph}<sup><a href="#fn1">1</a></sup> Over 10 km<sup>2</sup>.</p>
      <ol><li id="fn1">Counted in 2024. <a href="#r1">↩</a></li></ol></main>`);
    expect(outline(await readBytes(html, 'notes.html')).slice(1)).toEqual([
      `paragraph ${paragraph} Over 10 km2.`,
      'footnote Counted in 2024.',
    ]);
  });

  test('take short bold paragraphs as headings below the last one', async () => {
    const html =
      page(`<main><h2>Results</h2><p><strong>What patients said</strong></p><p>${paragraph}</p>
      <p><b>Bold words that end like a sentence.</b></p></main>`);
    expect(outline(await readBytes(html, 'bold.html'))).toEqual([
      'heading2 Results',
      'heading3 What patients said',
      `paragraph ${paragraph}`,
      'paragraph Bold words that end like a sentence.',
    ]);
  });

  test.each([
    ['iso-8859-1', '<meta charset="iso-8859-1">', [0xe9]],
    [
      'windows-1252',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
      [0xe9],
    ],
    ['shift_jis', '<meta charset=Shift_JIS>', [0x8f, 0xab]],
    ['nothing declared', '', [0xc3, 0xa9]],
  ])('are decoded as they declare: %s', async (name, declaration, bytes) => {
    const html = Buffer.concat([
      Buffer.from(`<html><head>${declaration}</head><body><p>Caf`),
      Buffer.from(bytes),
      Buffer.from('</p></body></html>'),
    ]);
    const expected = name === 'shift_jis' ? 'Caf将' : 'Café';
    expect((await readBytes(html, 'cafe.html')).blocks[0]?.text).toBe(expected);
  });

  test('say their title, authors, date, language and address', async () => {
    const head = `<title>Shared clinics | The partnership</title><meta property="og:site_name" content="The partnership">
      <meta name="author" content="Ada Byron and Mary Seacole"><meta property="article:published_time" content="2024-03-12T09:00:00Z">
      <link rel="canonical" href="https://example.org/shared-clinics">`;
    const document = await readBytes(page(`<main><p>${paragraph}</p></main>`, head), 'page.html');
    expect(document.properties).toEqual({
      title: 'Shared clinics',
      authors: ['Ada Byron', 'Mary Seacole'],
      date: '2024-03-12',
      language: 'en-GB',
      link: 'https://example.org/shared-clinics',
    });
  });
});
