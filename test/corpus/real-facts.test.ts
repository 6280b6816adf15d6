import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusFolder } from './sample-corpus.ts';

const sourceFolder = join(corpusFolder, '..', '..', 'shared', 'partnership');
const retold = [
  { publication: 'common-values.md', source: 'partnership-press-notice-2014.txt' },
  { publication: 'partnership-2014.md', source: 'partnership-press-notice-2014.txt' },
  {
    publication: 'discussion-paper-out-of-hospital-care.md',
    source: 'discussion-paper-article.txt',
  },
];
const longestCopiedRun = 13;

const plain = (text: string): string => text.replaceAll(/[“”]/g, '"').replaceAll('’', "'");
const words = (text: string): string[] =>
  plain(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}']+/gu) ?? [];

describe.skipIf(!existsSync(sourceFolder))(
  'texts about the partnership (skipped without ../shared/partnership)',
  () => {
    let sources: Map<string, string>;

    beforeAll(async () => {
      const names = new Set(retold.map(({ source }) => source));
      const read = async (name: string): Promise<[string, string]> => [
        name,
        plain(await readFile(join(sourceFolder, name), 'utf8')).replaceAll(/\s+/g, ' '),
      ];
      sources = new Map(await Promise.all([...names].map(read)));
    });

    describe.each(retold)('$publication', ({ publication, source }) => {
      let body: string;
      let original: string;

      beforeAll(async () => {
        const markdown = await readFile(join(corpusFolder, publication), 'utf8');
        body = plain(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''));
        original = sources.get(source) ?? '';
      });

      it('quotes word for word', () => {
        const quoted = [...body.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
        expect(quoted.length).toBeGreaterThan(0);
        expect(quoted.filter((quote) => !original.includes(quote))).toEqual([]);
      });

      it('retells the rest in words of its own', () => {
        const own = words(body.replaceAll(/"[^"]+"/g, ' ').replaceAll(/\*[^*]+\*/g, ' '));
        const copied = ` ${words(original).join(' ')} `;
        const runs = own
          .map((_, start) => own.slice(start, start + longestCopiedRun + 1))
          .filter((run) => run.length > longestCopiedRun)
          .map((run) => run.join(' '));
        expect(runs.filter((run) => copied.includes(` ${run} `))).toEqual([]);
      });

      it('gives no figure that the source does not give, years and dates of history apart', () => {
        const known = new Set(original.match(/\d[\d,]*/g));
        const explained = ['2007', '2008', '2013', '2014'];
        const figures = body.replaceAll(/^\d+\. /gm, '').match(/\d[\d,]*(?<!,)/g) ?? [];
        expect(
          figures.filter((figure) => !known.has(figure) && !explained.includes(figure)),
        ).toEqual([]);
      });
    });
  },
);
