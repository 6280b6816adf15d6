import fc from 'fast-check';
import type { Block, BlockKind } from '../../src/library/index.ts';

const word = fc.constantFrom(
  'care',
  'patients',
  'hospital',
  'joint',
  'outcomes',
  'of',
  'the',
  'measured',
  '5.2%',
  'e.g.',
  'No. 3',
  'früh',
  '患者',
  '😀',
  'Dr.',
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom('.', '?', ':', ''))
  .map(([words, end]) => `The ${words.join(' ')}${end}`);
const prose = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '));
const unbroken = fc.integer({ min: 1, max: 6_000 }).map((length) => 'x'.repeat(length));
const row = fc.array(word, { minLength: 2, maxLength: 8 }).map((cells) => cells.join(' | '));

interface Piece {
  kind: BlockKind;
  text: string;
  level: number;
  /** How many pages are turned before and within the block. */
  turns: number;
}

function piece(kind: BlockKind, text: fc.Arbitrary<string>): fc.Arbitrary<Piece[]> {
  return fc.array(
    fc.record({
      kind: fc.constant(kind),
      text,
      level: fc.integer({ min: 1, max: 6 }),
      turns: fc.constantFrom(0, 0, 0, 1, 2),
    }),
    { minLength: 1, maxLength: kind === 'table-row' ? 60 : kind === 'list-item' ? 12 : 4 },
  );
}

const pieces = fc
  .array(
    fc.oneof(
      piece(
        'heading',
        fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' ')),
      ),
      piece('paragraph', prose),
      piece('paragraph', prose),
      piece('list-item', sentence),
      piece('table-row', row),
      piece('footnote', sentence),
      piece('paragraph', unbroken),
    ),
    { maxLength: 25 },
  )
  .map((all) => all.flat());

/** Documents of every shape, with pages or without. */
export const randomBlocks: fc.Arbitrary<Block[]> = fc
  .tuple(pieces, fc.boolean())
  .map(([all, hasPages]) => {
    let page = 1;
    return all.map(({ kind, text, level, turns }): Block => {
      const pages = hasPages ? [{ page, offset: 0 }] : [];
      if (hasPages && turns > 0) {
        page += turns;
        if (text.length > 1) pages.push({ page, offset: Math.floor(text.length / 2) });
      }
      return { kind, text, pages, ...(kind === 'heading' ? { level } : {}) };
    });
  });
