import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContextPart, quoteContext } from '../../../src/slack/blocks/quote-context.ts';

const shown = (parts: ContextPart[] | null) =>
  parts?.map(({ text, quoted }) => (quoted ? `»${text}«` : text)).join('') ?? null;

/** The context of the parts of `text` that are given, in order. */
function contextOf(text: string, ...quoted: string[]): string | null {
  const ranges = quoted.map((part) => {
    const start = text.indexOf(part);
    return { start, end: start + part.length };
  });
  return shown(quoteContext({ ranges, text: quoted.join(' … ') }, { text, headings: [] }));
}

const sentence = (words: number) => `A ${'long '.repeat(words)}sentence.`;

describe('a quote in its context', () => {
  test('stands among whole sentences, about 300 characters on each side', () => {
    const around = Array.from(
      { length: 12 },
      (_, index) => `Sentence number ${index} stands here, at its place.`,
    );
    const text = [...around.slice(0, 6), 'What is quoted.', ...around.slice(6)].join(' ');
    const context = contextOf(text, 'What is quoted.') ?? '';
    expect(context).toMatch(/^Sentence number \d/);
    expect(context).toMatch(/at its place\.$/);
    const [before = '', after = ''] = context.split(/ »What is quoted\.« /);
    for (const side of [before, after]) {
      expect(side.length).toBeGreaterThan(200);
      expect(side.length).toBeLessThanOrEqual(300);
    }
  });

  test('is cut at a word, with a sign, where a sentence is very long', () => {
    const text = `${sentence(400)} ${'word '.repeat(300)}What is quoted ${'word '.repeat(300)}end.`;
    const context = contextOf(text, 'What is quoted') ?? '';
    expect(context).toMatch(/^… word word/);
    expect(context).toMatch(/word word …$/);
    expect(context.length).toBeLessThan(700);
  });

  test('shows what was left out of it, unless that is long', () => {
    expect(contextOf('One. Two. Three.', 'One.', 'Three.')).toBe('»One.« Two. »Three.«');
    const long = contextOf(`One. ${sentence(300)} Three.`, 'One.', 'Three.') ?? '';
    expect(long).toMatch(/^»One\.« A long .* … .* »Three\.«$/);
    expect(long.length).toBeLessThan(800);
  });

  test('at the beginning or end of a publication has nothing around it there', () => {
    expect(contextOf('Quoted. More.', 'Quoted.')).toBe('»Quoted.« More.');
    expect(contextOf('More. Quoted.', 'Quoted.')).toBe('More. »Quoted.«');
    expect(contextOf('Quoted.', 'Quoted.')).toBe('»Quoted.«');
  });

  test('stays within its section', () => {
    const text = 'First part\n\nBefore. Quoted. More.\n\nSecond part\n\nIts text.';
    const headings = ['First part', 'Second part'].map((heading) => ({
      offset: text.indexOf(heading),
      level: 2,
      text: heading,
    }));
    const start = text.indexOf('Quoted.');
    const ranges = [{ start, end: start + 7 }];
    expect(shown(quoteContext({ ranges, text: 'Quoted.' }, { text, headings }))).toBe(
      'Before. »Quoted.« More.',
    );
    const heading = [{ start: 0, end: 10 }];
    expect(shown(quoteContext({ ranges: heading, text: 'First part' }, { text, headings }))).toBe(
      '»First part«\n\nBefore. Quoted. More.',
    );
  });

  test('is none when the publication no longer says it there', () => {
    const quote = { ranges: [{ start: 0, end: 7 }], text: 'Quoted.' };
    expect(quoteContext(quote, { text: 'Changed. Quoted.', headings: [] })).toBeNull();
    expect(quoteContext(quote, { text: 'Quote', headings: [] })).toBeNull();
    expect(quoteContext({ ranges: [], text: '' }, { text: 'Quoted.', headings: [] })).toBeNull();
  });

  test('is always the text itself, the quoted parts whole, never much more', () => {
    const anyText = fc.array(
      fc.oneof(fc.lorem({ maxCount: 60 }), fc.string({ unit: 'grapheme' })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (parts, at, length) => {
        const text = parts.join('. ');
        const start = at % Math.max(1, text.length);
        const end = Math.min(text.length, start + 1 + (length % 200));
        const quoted = text.slice(start, end);
        const context =
          quoteContext({ ranges: [{ start, end }], text: quoted }, { text, headings: [] }) ?? [];
        if (text === '') return;
        expect(context.filter((part) => part.quoted).map((part) => part.text)).toEqual([quoted]);
        for (const { text: part } of context) {
          expect(text).toContain(part.replace(/^… ?| …$/g, ''));
          expect(part.length).toBeLessThanOrEqual(Math.max(310, quoted.length));
        }
      }),
    );
  });
});
