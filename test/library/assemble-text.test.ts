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

  test('lets the footnotes of a section follow its text, on their own pages', () => {
    const on = (page: number): Block['pages'] => [{ page, offset: 0 }];
    const { text, pageStarts } = assembleText([
      { kind: 'paragraph', text: 'One.', pages: on(1) },
      { kind: 'footnote', text: '1 Note.', pages: on(1) },
      { kind: 'paragraph', text: 'Two.', pages: on(2) },
      { kind: 'footnote', text: '2 Note.', pages: on(2) },
      { kind: 'heading', text: 'Next', level: 2, pages: on(2) },
      { kind: 'footnote', text: '3 Note.', pages: on(2) },
      { kind: 'paragraph', text: 'Three.', pages: on(3) },
    ]);
    expect(text).toBe('One.\n\nTwo.\n\n1 Note.\n\n2 Note.\n\nNext\n\nThree.\n\n3 Note.');
    expect(pageStarts.map(({ page, offset }) => [page, text.slice(offset, offset + 4)])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
      [1, '1 No'],
      [2, '2 No'],
      [3, 'Thre'],
      [2, '3 No'],
    ]);
  });

  test('places every block where its text stands', () => {
    fc.assert(
      fc.property(randomBlocks, (blocks) => {
        const { text, blocks: placed } = assembleText(blocks);
        expect(placed.map(({ block }) => block.text).sort()).toEqual(
          blocks.map((block) => block.text).sort(),
        );
        for (const { block, start, end } of placed) expect(text.slice(start, end)).toBe(block.text);
      }),
    );
  });
});
