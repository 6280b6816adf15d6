import { describe, expect, test } from 'vitest';
import {
  assembleText,
  type Block,
  defaultPassageSize,
  estimateTokens,
  type PassageDraft,
  splitIntoPassages,
  splitSentences,
} from '../../src/library/index.ts';

const { minimumTokens, maximumTokens } = defaultPassageSize;

function heading(text: string, level = 2): Block {
  return { kind: 'heading', text, level, pages: [] };
}

/** About `tokens` tokens of sentences of eleven tokens each. */
function prose(tokens: number, about = 'care'): Block {
  const sentence = `They met and agreed to measure ${about} together.`;
  const count = Math.max(1, Math.round(tokens / estimateTokens(`${sentence} `)));
  return { kind: 'paragraph', text: Array(count).fill(sentence).join(' '), pages: [] };
}

function split(...blocks: Block[]): PassageDraft[] {
  return splitIntoPassages(assembleText(blocks));
}

describe('splitIntoPassages', () => {
  test('divides a long section into passages of 150 to 350 tokens that share a sentence', () => {
    const passages = split(heading('Outcomes'), prose(2_000));
    expect(passages.length).toBeGreaterThanOrEqual(6);
    passages.forEach((passage, index) => {
      const tokens = estimateTokens(passage.text);
      expect(tokens).toBeGreaterThanOrEqual(minimumTokens);
      expect(tokens).toBeLessThanOrEqual(maximumTokens);
      expect(passage.headingPath).toEqual(['Outcomes']);
      const next = passages[index + 1];
      if (next === undefined) return;
      const shared = passage.text.slice(next.characterStart - passage.characterStart);
      expect(splitSentences(shared)).toHaveLength(1);
      expect(next.text.startsWith(shared)).toBe(true);
    });
  });

  test('begins a new passage at a heading and names the headings above it', () => {
    const passages = split(
      heading('Common values', 1),
      heading('Outcomes'),
      prose(200, 'outcomes'),
      heading('Measures', 3),
      prose(200, 'measures'),
      heading('Trust'),
      prose(200, 'trust'),
    );
    expect(passages.map(({ headingPath }) => headingPath)).toEqual([
      ['Outcomes'],
      ['Outcomes', 'Measures'],
      ['Trust'],
    ]);
    expect(passages[1]?.text).not.toContain('Trust');
  });

  test('lets short sections of one parent share a passage that shows their headings', () => {
    const passages = split(
      heading('Values', 1),
      heading('Outcomes'),
      prose(60, 'outcomes'),
      heading('Trust'),
      prose(60, 'trust'),
      heading('Money'),
      prose(300, 'money'),
    );
    expect(passages).toHaveLength(2);
    expect(passages[0]?.text).toMatch(/^Outcomes\n\n[\s\S]*\n\nTrust\n\n/);
    expect(passages[0]?.headingPath).toEqual([]);
    expect(passages[1]?.headingPath).toEqual(['Money']);
  });

  test('does not let short sections of different parents share a passage', () => {
    const passages = split(
      heading('North'),
      prose(200, 'north'),
      heading('Costs', 3),
      prose(60, 'north costs'),
      heading('South'),
      heading('Costs', 3),
      prose(60, 'south costs'),
      heading('Results', 3),
      prose(330, 'south results'),
    );
    for (const { text } of passages) {
      expect(text.includes('north') && text.includes('south')).toBe(false);
    }
  });

  test('keeps a table in one passage with the line that introduces it', () => {
    const rows = Array.from(
      { length: 40 },
      (_, index): Block => ({
        kind: 'table-row',
        text: `Clinic ${index} | ${index * 7} referrals | ${index * 3} seen within two weeks`,
        pages: [],
      }),
    );
    const passages = split(heading('Results'), prose(300), prose(20, 'table'), ...rows, prose(200));
    const withTable = passages.filter(({ text }) => text.includes('Clinic '));
    expect(withTable).toHaveLength(1);
    expect(withTable[0]?.text).toMatch(/Clinic 0 [\s\S]*Clinic 39 /);
    expect(withTable[0]?.text).toMatch(/table together\.\n\nClinic 0/);
  });

  test('cuts a huge table between its rows', () => {
    const rows = Array.from(
      { length: 300 },
      (_, index): Block => ({ kind: 'table-row', text: `Clinic ${index} | ${index}`, pages: [] }),
    );
    const passages = split(heading('Results'), ...rows);
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages)
      expect(text).toMatch(/^Clinic \d+ \| \d+\n[\s\S]*\n.* \| \d+$/);
  });

  test('does not part a list from the line that leads to it', () => {
    const items = Array.from(
      { length: 8 },
      (_, index): Block => ({ kind: 'list-item', text: `measure number ${index}`, pages: [] }),
    );
    const leadIn: Block = { kind: 'paragraph', text: 'The partners measure:', pages: [] };
    const passages = split(heading('Outcomes'), prose(240), leadIn, ...items, prose(300));
    for (const { text } of passages) {
      expect(text.includes('The partners measure:')).toBe(text.includes('measure number 0'));
    }
  });

  test('keeps footnotes out of the text they interrupt', () => {
    const note: Block = { kind: 'footnote', text: '12 Source of the figure.', pages: [] };
    const passages = split(heading('Outcomes'), prose(120), note, prose(120), note, prose(240));
    const [last, ...others] = passages.reverse();
    for (const { text } of others) expect(text).not.toContain('Source of');
    expect(last?.text).toBe('12 Source of the figure.\n\n12 Source of the figure.');
  });

  test('cuts a sentence that is too long after a clause', () => {
    const clause = 'whereas the partners agreed in good faith to share what they know, ';
    const text = `${clause.repeat(40)}and signed.`;
    const passages = split({ kind: 'paragraph', text, pages: [] });
    expect(passages.length).toBeGreaterThan(1);
    for (const passage of passages) expect(passage.text).toMatch(/^(whereas|and)[\s\S]*(,|\.)$/);
  });

  test('never cuts a character in two', () => {
    const passages = split({ kind: 'paragraph', text: '😀'.repeat(3_000), pages: [] });
    for (const { text } of passages) expect(text.isWellFormed()).toBe(true);
  });

  test('makes passages of a document that is all headings', () => {
    const passages = split(heading('Agenda', 1), heading('Welcome'), heading('Any questions?'));
    expect(passages.map(({ text }) => text)).toEqual(['Welcome\n\nAny questions?']);
    expect(split(heading('Agenda', 1))).toMatchObject([{ text: 'Agenda', headingPath: [] }]);
  });

  test('makes nothing of nothing', () => {
    expect(split()).toEqual([]);
  });

  test.each([
    ['sentences', 'It went well at first and then less so. '],
    ['no sentence end', 'word '],
    ['no white space', 'x'],
    ['nothing but full stops', '. '],
  ])('splits 5 MB of %s in linear time', (_, unit) => {
    const time = (characters: number): number => {
      const text = unit.repeat(characters / unit.length);
      const startedAt = performance.now();
      split({ kind: 'paragraph', text, pages: [] });
      return performance.now() - startedAt;
    };
    time(100_000);
    // 16 times the text in less than 160 times the time: a quadratic method would need 256 times.
    expect(time(5_000_000)).toBeLessThan(Math.max(10 * 16 * time(312_500), 1_000));
  });

  test('splits 5 MB of small blocks in linear time', () => {
    const blocks = Array.from({ length: 60_000 }, (_, index): Block[] => [
      heading(`Section ${index}`, (index % 6) + 1),
      prose(12),
    ]).flat();
    const startedAt = performance.now();
    expect(split(...blocks.slice(0, 100)).length).toBeGreaterThan(1);
    const assembled = assembleText(blocks);
    expect(splitIntoPassages(assembled).length).toBeGreaterThan(1_000);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
