import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { type Report, reportMarkdown } from '../../../src/summaries/index.ts';
import {
  dischargeSource,
  sampleClaim,
  sampleComparison,
  sampleQuote,
  sampleReport,
  wardsSource,
} from './sample-report.ts';

const madeAt = Date.UTC(2026, 10, 22, 9);

const parse = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

const ofType = <T extends Nodes['type']>(root: Root, type: T) =>
  nodesOf(root).filter((node): node is Extract<Nodes, { type: T }> => node.type === type);

const headings = (root: Root): string[] =>
  ofType(root, 'heading').map((node) => `${'#'.repeat(node.depth)} ${textOf(node)}`);

describe('a report as Markdown', () => {
  test('a summary reads from its title to its small print', () => {
    expect(reportMarkdown(sampleReport(), { madeAt })).toMatchInlineSnapshot(`
      "# Discharge to assess

      Brief summary for a board

      Paper, 4 May 2023 · 12 pages · by Ann Author, Ben Writer

      ## Findings

      Median length of stay fell from 9 to 6 days. (p. 3)

      ## Source

      - \\[1\\] **Discharge to assess.** Ann Author, Ben Writer. Paper, 4 May 2023. Cited: p. 3. <https://papers.example.org/discharge(2023)?a=1&b=2>

      ## Quotes

      > Median length of stay fell from 9 to 6 days.

      p. 3, section “Results”

      ## How this was written

      Written by Concord on 22 November 2026. The statements are in the publications’ own words; no language model was used. Each was found, word for word, at the place named.

      The quotes above let you check every statement. Please read the original before you decide anything by it.
      "
    `);
  });

  test('a comparison has a table, pairs, warnings and what each quote backs', () => {
    expect(reportMarkdown(sampleComparison, { madeAt })).toMatchInlineSnapshot(`
      "# Two publications compared

      Comparison of 2 publications

      From 2 publications.

      **Note:** \\[2\\] Virtual wards: Superseded by Virtual wards 2.

      **Note:** \\[2\\] Virtual wards: An illustrative example: it describes no real event.

      ## Side by side

      | Publication | Outcomes | Recommendations |
      | --- | --- | --- |
      | **\\[1\\] Discharge to assess (4 May 2023)** | Median length of stay fell from 9 to 6 days. (p. 3) | _not reported_ |
      | **\\[2\\] Virtual wards (2025, superseded)** | Stays did not become shorter. (“Length of stay”) | _not reported_ |

      ## Where they contradict each other

      ### Length of stay

      - **\\[1\\] Discharge to assess (4 May 2023):** Median length of stay fell from 9 to 6 days. (p. 3)
      - **\\[2\\] Virtual wards (2025, superseded):** Stays did not become shorter. (“Length of stay”)

      Neither reports its costs.

      ## Sources

      - \\[1\\] **Discharge to assess.** Ann Author, Ben Writer. Paper, 4 May 2023. Cited: p. 3. <https://papers.example.org/discharge(2023)?a=1&b=2>

      - \\[2\\] **Virtual wards.** Policy, 2025. _Superseded by Virtual wards 2._ _An illustrative example: it describes no real event._

      ## Quotes

      ### \\[1\\] Discharge to assess

      > Median length of stay fell from 9 to 6 days.

      p. 3, section “Results”

      ### \\[2\\] Virtual wards

      > We found that patients left no sooner.

      section “Length of stay”

      Backs: Stays did not become shorter.

      ## How this was written

      Written by Concord on 22 November 2026. A language model wrote the statements. Each was checked before it was shown: its quotes were found, word for word, at the place named, and every figure in it stands in them.

      One statement was left out, as its figures are not in its quotes.

      The quotes above let you check every statement. Please read the original before you decide anything by it.
      "
    `);
  });

  test('is read as what it was written as', () => {
    const root = parse(reportMarkdown(sampleComparison, { madeAt }));
    expect(headings(root)).toEqual([
      '# Two publications compared',
      '## Side by side',
      '## Where they contradict each other',
      '### Length of stay',
      '## Sources',
      '## Quotes',
      '### [1] Discharge to assess',
      '### [2] Virtual wards',
      '## How this was written',
    ]);
    const rows = ofType(root, 'tableRow').map((row) => row.children.map((cell) => textOf(cell)));
    expect(rows).toEqual([
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
    expect(ofType(root, 'blockquote').map((node) => textOf(node))).toEqual([
      'Median length of stay fell from 9 to 6 days.',
      'We found that patients left no sooner.',
    ]);
    expect(ofType(root, 'link').map(({ url }) => url)).toEqual([dischargeSource.publication.link]);
  });

  test('a statement without a page is followed by its section, once', () => {
    const quotes = [sampleQuote({ pageStart: null, pageEnd: null })];
    const parts: Report['parts'] = [
      { kind: 'claims', heading: null, claims: [sampleClaim({ quotes })] },
    ];
    const text = reportMarkdown(sampleReport({ parts }), { madeAt });
    expect(text).toContain('fell from 9 to 6 days. (“Results”)\n');
    const several = { parts, sources: [dischargeSource, wardsSource] };
    const ofSeveral = reportMarkdown(sampleReport(several), { madeAt });
    expect(ofSeveral).toContain('fell from 9 to 6 days. \\[1, “Results”\\]\n');
  });

  test('a quote that backs several statements is given once', () => {
    const claims = [
      sampleClaim({ text: 'Stays fell.' }),
      sampleClaim({ text: 'They were 6 days.' }),
      // Words of the quote need no saying twice.
      sampleClaim({ text: 'Length of stay fell from 9 to 6 days.' }),
    ];
    const report = sampleReport({ parts: [{ kind: 'claims', heading: null, claims }] });
    const root = parse(reportMarkdown(report, { madeAt }));
    expect(ofType(root, 'blockquote')).toHaveLength(1);
    expect(textOf(root)).toContain('Backs: Stays fell.');
    expect(textOf(root)).toContain('Backs: They were 6 days.');
    expect(textOf(root)).not.toContain('Backs: Length');
  });

  test('what a document says makes no link, heading, list, table or HTML', () => {
    const piece = fc.constantFrom(
      ...['# ', '- ', '1. ', '> ', '[a](http://evil.example)', 'http://evil.example/x', '<b>', '|'],
      ...['www.evil.example', 'me@evil.example', '![x](y)', '`', '**', '_', '~~', '\\', '&amp;'],
      ...['---', '===', '[^1]:', '<https://evil.example>', '$x$', '\n\n', '\u202e', 'word', ' '],
      ...['https:\u200e//evil.example', 'mailto:me@evil.example', 'ftp://evil.example', ':', '+'],
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    const empty = (value: string): boolean => value.replace(/[\s\u200e\u202e]/g, '') === '';
    fc.assert(
      fc.property(
        text.filter((value) => !empty(value)),
        (planted) => {
          const claim = sampleClaim({ text: planted, quotes: [sampleQuote({ text: planted })] });
          const publication = { ...dischargeSource.publication, title: planted, link: planted };
          const report = sampleReport({
            title: planted,
            parts: [
              { kind: 'claims', heading: planted, claims: [claim, claim] },
              {
                kind: 'table',
                heading: null,
                columns: [planted],
                rows: [{ source: 1, cells: [[claim]] }],
              },
            ],
            sources: [{ ...dischargeSource, publication }],
          });
          const root = parse(reportMarkdown(report, { madeAt }));
          const types = new Set(nodesOf(root).map(({ type }) => type));
          for (const type of ['html', 'image', 'footnoteReference', 'delete', 'definition']) {
            expect(types).not.toContain(type);
          }
          expect(ofType(root, 'heading')).toHaveLength(5);
          expect(ofType(root, 'table')).toHaveLength(1);
          expect(ofType(root, 'list')).toHaveLength(2);
          const [quote] = ofType(root, 'blockquote');
          const shown = planted
            .replace(/[\u200e\u202e]/g, '')
            .replace(/\s+/g, ' ')
            .trim();
          expect(quote === undefined ? null : textOf(quote)).toBe(shown);
          const plain = /^https?:\/\/[^\s<>|"\\`@\u200e\u202e]+$/.test(planted);
          expect(ofType(root, 'link').map(({ url }) => url)).toEqual(plain ? [planted] : []);
        },
      ),
      { numRuns: 120, examples: [['me@evil.example+me@evil.example']] },
    );
  });
});
