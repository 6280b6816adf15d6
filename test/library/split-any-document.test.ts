import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AssembledText,
  assembleText,
  defaultPassageSize,
  estimateTokens,
  type PassageDraft,
  splitIntoPassages,
  splitSentences,
} from '../../src/library/index.ts';
import { randomBlocks } from './random-blocks.ts';

const { minimumTokens, maximumTokens, wholeTableTokens } = defaultPassageSize;

function forAnyDocument(check: (text: AssembledText, passages: PassageDraft[]) => void): void {
  fc.assert(
    fc.property(randomBlocks, (blocks) => {
      const assembled = assembleText(blocks);
      check(assembled, splitIntoPassages(assembled));
    }),
    { numRuns: 150 },
  );
}

describe('splitIntoPassages, on any document', () => {
  test('gives exact ranges of the text, numbered in order', () => {
    forAnyDocument(({ text }, passages) => {
      passages.forEach((passage, index) => {
        expect(passage.ordinal).toBe(index);
        expect(passage.text).toBe(text.slice(passage.characterStart, passage.characterEnd));
        expect(passage.text).toBe(passage.text.trim());
        expect(passage.text).not.toBe('');
      });
    });
  });

  test('leaves out nothing but headings with text below them', () => {
    forAnyDocument(({ text, blocks }, passages) => {
      const covered = new Uint8Array(text.length);
      for (const { characterStart, characterEnd } of passages) {
        covered.fill(1, characterStart, characterEnd);
      }
      blocks.forEach(({ block, start, end }, index) => {
        const next = blocks[index + 1]?.block;
        const isLeaf =
          next === undefined ||
          (next.kind === 'heading' && (next.level ?? 2) <= (block.level ?? 2));
        if (block.kind === 'heading' && !isLeaf) return;
        for (let at = start; at < end; at += 1) {
          if (covered[at] === 0 && text[at]?.trim() !== '') {
            throw new Error(`${block.kind} at ${at} is in no passage`);
          }
        }
      });
    });
  });

  test('keeps passages within their size, tables kept whole excepted', () => {
    forAnyDocument(({ blocks }, passages) => {
      for (const passage of passages) {
        const hasTable = blocks.some(
          ({ block, start }) =>
            block.kind === 'table-row' &&
            start >= passage.characterStart &&
            start < passage.characterEnd,
        );
        expect(estimateTokens(passage.text)).toBeLessThanOrEqual(
          // White space between units is not counted in a unit's size.
          hasTable ? wholeTableTokens + minimumTokens : maximumTokens * 1.05,
        );
      }
    });
  });

  test('ends passages where sentences end, unless a sentence is too long for one', () => {
    forAnyDocument(({ text, blocks }, passages) => {
      const ends = new Set(blocks.map(({ end }) => end));
      for (const { block, start, end } of blocks) {
        for (const sentence of splitSentences(text.slice(start, end))) {
          const tokens = estimateTokens(block.text.slice(sentence.start, sentence.end));
          ends.add(start + sentence.end);
          if (tokens > maximumTokens - minimumTokens) {
            for (let at = sentence.start; at <= sentence.end; at += 1) ends.add(start + at);
          }
        }
      }
      for (const { characterEnd } of passages) expect(ends.has(characterEnd)).toBe(true);
    });
  });

  test('says which pages a passage touches', () => {
    forAnyDocument(({ blocks }, passages) => {
      for (const passage of passages) {
        const pages = blocks.flatMap(({ block, start, end }) =>
          block.pages.flatMap(({ page, offset }, index) => {
            const from = start + offset;
            const to = start + (block.pages[index + 1]?.offset ?? end - start);
            const touches = from < passage.characterEnd && to > passage.characterStart;
            return touches ? [page] : [];
          }),
        );
        expect(passage.pageStart).toBe(pages.length === 0 ? null : Math.min(...pages));
        expect(passage.pageEnd).toBe(pages.length === 0 ? null : Math.max(...pages));
      }
    });
  });
});
