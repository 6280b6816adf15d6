import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../../src/library/index.ts';
import {
  divideIntoSections,
  mostSections,
  mostSectionTokens,
} from '../../../src/summaries/model/divide-into-sections.ts';
import { tokensOf } from '../../../src/summaries/model/told-passages.ts';
import { type Chapter, filler, longChapter, publicationOf } from './summary-setting.ts';

const chaptersOf = (tokens: readonly number[]): Chapter[] =>
  tokens.map((each, at) => ({
    heading: `Chapter ${at + 1}`,
    paragraphs: Array.from({ length: Math.ceil(each / 500) }, (_, part) =>
      filler(500, `part ${part + 1} of chapter ${at + 1}`),
    ),
  }));

describe('the sections that a model reads', () => {
  test('are bounded, in order, and hold everything once', () => {
    const read = publicationOf(chaptersOf([500, 9_000, 2_000, 2_000, 20_000, 700]));
    const { sections, leftOut } = divideIntoSections(read);
    expect(leftOut).toBe(0);
    for (const { passages } of sections) {
      expect(tokensOf(passages)).toBeLessThanOrEqual(mostSectionTokens);
    }
    const passages = sections.flatMap((section) => section.passages);
    for (const [at, { characterStart, characterEnd, text }] of passages.entries()) {
      expect(text).toBe(read.text.text.slice(characterStart, characterEnd));
      expect(characterStart).toBeGreaterThanOrEqual(passages[at - 1]?.characterEnd ?? 0);
    }
    const shown = passages.map(({ text }) => text).join('');
    expect(estimateTokens(shown)).toBeGreaterThan(0.98 * estimateTokens(read.text.text));
  });

  test('begin with chapters where they can', () => {
    const read = publicationOf(chaptersOf([4_000, 4_000, 4_000]));
    const { sections } = divideIntoSections(read);
    expect(sections.map(({ heading }) => heading)).toEqual(['Chapter 1', 'Chapter 2', 'Chapter 3']);
  });

  test('hold several short chapters each', () => {
    const read = publicationOf(chaptersOf(Array.from({ length: 12 }, () => 1_000)));
    expect(divideIntoSections(read).sections.length).toBeLessThanOrEqual(3);
  });

  test('are about as long as each other where a chapter without headings is divided', () => {
    const read = publicationOf(chaptersOf([13_000]));
    const sizes = divideIntoSections(read).sections.map(({ passages }) => tokensOf(passages));
    expect(sizes).toHaveLength(3);
    expect(Math.min(...sizes)).toBeGreaterThan(0.6 * Math.max(...sizes));
  });

  test('leave out contents and references, and keep who wrote it', () => {
    const paragraphs = [filler(300, 'a body')];
    const read = publicationOf([
      { heading: 'Contents', paragraphs: [filler(300, 'contents')] },
      { heading: 'Results', paragraphs },
      { heading: 'About the authors', paragraphs: [filler(300, 'authors')] },
      { heading: 'References', paragraphs: [filler(300, 'references')] },
    ]);
    const text = divideIntoSections(read)
      .sections.flatMap(({ passages }) => passages.map((each) => each.text))
      .join('\n');
    expect(text).toContain('committee of a body');
    expect(text).toContain('committee of authors');
    expect(text).not.toContain('committee of contents');
    expect(text).not.toContain('committee of references');
  });

  test('are the whole of a publication that would otherwise be nothing', () => {
    const read = publicationOf([{ heading: 'References', paragraphs: [filler(300, 'all')] }]);
    expect(divideIntoSections(read).sections).toHaveLength(1);
  });

  test('are not more than a summary may cost: what is too long is read in parts of all of it', () => {
    const chapters = Array.from({ length: 60 }, (_, at) => longChapter(`Chapter ${at + 1}`));
    const { sections, leftOut } = divideIntoSections(publicationOf(chapters));
    expect(sections.length).toBeLessThanOrEqual(mostSections);
    expect(leftOut).toBeGreaterThan(0);
    expect(sections.at(-1)?.passages.at(-1)?.headingPath).toEqual(['Chapter 60']);
  });

  test('are none of a publication without text', () => {
    expect(divideIntoSections(publicationOf([]))).toEqual({ sections: [], leftOut: 0 });
  });
});
