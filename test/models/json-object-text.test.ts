import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonObjectText } from '../../src/models/json-object-text.ts';

function takeAll(pieces: readonly string[]): string {
  const object = new JsonObjectText();
  return pieces.map((piece) => object.take(piece)).join('');
}

/** The text in pieces of the given lengths, the rest as one. */
function split(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return [...pieces, text.slice(at)];
}

const objects = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue());
const lengths = fc.array(fc.integer({ min: 0, max: 9 }));
const before = fc.constantFrom(
  '',
  ' \n',
  '```json\n',
  'Sure:\n',
  '<think>if {x} then "y</think>\n',
);
const after = fc.constantFrom('', '\n```', '}', ' {"more":1}', '"');

test('an object is passed on whole, whatever is around it and however it arrives', () => {
  fc.assert(
    fc.property(objects, before, after, lengths, fc.boolean(), (object, start, end, cuts, wide) => {
      const text = JSON.stringify(object, null, wide ? 2 : 0);
      expect(takeAll(split(start + text + end, cuts))).toBe(text);
    }),
  );
});

test('the beginning of an object is passed on as it comes, and without one nothing is', () => {
  expect(takeAll(['{"a"', ':[{', '"b":"'])).toBe('{"a":[{"b":"');
  expect(takeAll(['I do not ', 'know "that"'])).toBe('');
  expect(takeAll(['<think>{"a":1} and', ' so on'])).toBe('');
});
