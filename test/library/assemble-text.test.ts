import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleText, type Block } from '../../src/library/index.ts';
import { randomBlocks } from './random-blocks.ts';

describe('assembleText', () => {
  test('puts a blank line between blocks and a line end within tables and lists', () => {
    const blocks: Block[] = [
      { kind: 'heading', text: 'Results', level: 2, pages: [] },
      { kind: 'table-row', text: 'Year | Admissions', pages: [] },
      { kind: 'table-row', text: '2013 | 412', pages: [] },
      { kind: 'list-item', text: 'fewer admissions', pages: [] },
      { kind: 'list-item', text: 'shorter stays', pages: [] },
      { kind: 'paragraph', text: 'That is all.', pages: [] },
    ];
    expect(assembleText(blocks).text).toBe(
      'Results\n\nYear | Admissions\n2013 | 412\n\nfewer admissions\nshorter stays\n\nThat is all.',
    );
  });

  test('says where pages and headings begin', () => {
    const { pageStarts, headings } = assembleText([
      { kind: 'heading', text: 'Results', level: 2, pages: [{ page: 1, offset: 0 }] },
      {
        kind: 'paragraph',
        text: 'It ran over the page.',
        pages: [
          { page: 1, offset: 0 },
          { page: 2, offset: 7 },
        ],
      },
      { kind: 'paragraph', text: 'Then it ended.', pages: [{ page: 2, offset: 0 }] },
    ]);
    expect(pageStarts).toEqual([
      { page: 1, offset: 0 },
      { page: 2, offset: 16 },
    ]);
    expect(headings).toEqual([{ offset: 0, level: 2, text: 'Results' }]);
  });

  test('replaces what a database would change, character for character', () => {
    const { text } = assembleText([{ kind: 'paragraph', text: 'a\0b\ud800c', pages: [] }]);
    expect(text).toBe('a b\ufffdc');
  });

  test('places every block where its text stands', () => {
    fc.assert(
      fc.property(randomBlocks, (blocks) => {
        const { text, blocks: placed } = assembleText(blocks);
        expect(placed.map(({ start, end }) => text.slice(start, end))).toEqual(
          blocks.map((block) => block.text),
        );
      }),
    );
  });
});
