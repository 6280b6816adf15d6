import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordMemory } from '../../src/retrieval/analysis/word-memory.ts';

test('remembers like a map, wherever in a text a word stands', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{1d5a0}', 'ω'), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 80 }), word, (words, before) => {
      const memory = new WordMemory<number>();
      const reference = new Map<string, number>();
      for (const [number, one] of words.entries()) {
        const text = `${before}${one}a`;
        const end = before.length + one.length;
        expect(memory.find(text, before.length, end)).toBe(reference.get(one));
        if (reference.has(one)) continue;
        memory.add(one, number);
        reference.set(one, number);
      }
      expect(memory.size).toBe(reference.size);
    }),
  );
});

test('keeps tens of thousands of words apart', () => {
  const memory = new WordMemory<number>();
  for (let number = 0; number < 30_000; number++) memory.add(`word${number}`, number);
  for (let number = 0; number < 30_000; number++) {
    const word = `word${number}`;
    expect(memory.find(word, 0, word.length)).toBe(number);
  }
  expect(memory.find('word', 0, 4)).toBeUndefined();
});
