import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { createCiteStatements } from '../../src/summaries/cite-statements.ts';
import { readStatements } from '../../src/summaries/index.ts';
import { pagesOfPhrases } from './pages-of-phrases.ts';
import { isSharedPresent, readShared, sharedBytes } from './read-shared.ts';

/** Letters and digits only: hyphens at line ends, marks of notes and spacing differ. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
const files = [...new Set(pagesOfPhrases.map(([file]) => file))];

describe.skipIf(!isSharedPresent)(
  'pages of statements in real documents (skipped where the files are missing)',
  () => {
    test('the list is long, and of several documents', () => {
      expect(pagesOfPhrases.length).toBeGreaterThanOrEqual(40);
      expect(files).toContain('uk_covid_inquiry_m1_report.pdf');
      expect(files).toContain('multicolumn.pdf');
    });

    test.each(files)(
      '%s: each phrase is quoted with the page it stands on',
      async (file) => {
        const listed = pagesOfPhrases.filter(([name]) => name === file);
        const { text: pages } = await extractText(
          new Uint8Array(sharedBytes(`documents/${file}`)),
          {
            mergePages: false,
          },
        );
        for (const [, page, phrase] of listed) {
          const holding = pages.flatMap((text, index) =>
            letters(text).includes(letters(phrase)) ? [index + 1] : [],
          );
          expect([phrase, holding]).toEqual([phrase, [page]]);
        }

        const read = await readShared(`documents/${file}`);
        if (read === null) throw new Error(`${file} could not be read`);
        const statements = readStatements(read);
        const { claim } = createCiteStatements([read]);
        const missing: string[] = [];
        for (const [, page, phrase] of listed) {
          const wanted = letters(phrase);
          const statement = statements.find(({ text }) => letters(text).includes(wanted));
          const quote = statement === undefined ? undefined : claim(statement)?.quotes[0];
          if (quote === undefined) {
            missing.push(phrase);
            continue;
          }
          expect(letters(quote.text)).toContain(wanted);
          const { pageStart, pageEnd } = quote;
          const isOnPage =
            pageStart !== null && pageEnd !== null && pageStart <= page && page <= pageEnd;
          // A sentence may run over one page break; the phrase then stands on one of its two pages.
          expect([phrase, pageStart, pageEnd, isOnPage]).toEqual([
            phrase,
            pageStart,
            pageEnd,
            true,
          ]);
          expect((pageEnd ?? 0) - (pageStart ?? 0)).toBeLessThanOrEqual(1);
        }
        expect(missing).toEqual([]);
      },
      60_000,
    );
  },
);
