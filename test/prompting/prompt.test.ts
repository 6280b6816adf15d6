import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPrompt } from '../../src/prompting/prompt.ts';

const prompt = createPrompt({
  name: 'greet',
  hash: '0123456789abcdef',
  purpose: 'Greet.',
  output: null,
  variables: ['who', 'day'],
  text: '{{who}}, {{day}}, {{who}}',
});

describe('a prompt', () => {
  test('puts each value wherever its variable is', () => {
    expect(prompt.fill({ day: 'Monday', who: 'Ada' })).toBe('Ada, Monday, Ada');
  });

  test('puts values in as they are and never looks for variables in them', () => {
    const value = fc
      .array(
        fc.oneof(fc.constantFrom('{{day}}', '{{who}}', '$&', '$1', '$$', '{{', '\\'), fc.string()),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(value, value, (who, day) => {
        expect(prompt.fill({ who, day })).toBe(`${who}, ${day}, ${who}`);
      }),
    );
  });

  test('takes an empty value', () => {
    expect(prompt.fill({ who: '', day: '' })).toBe(', , ');
  });

  test('takes nothing that every object has for a value', () => {
    const odd = createPrompt({ ...prompt, variables: ['toString'], text: '{{toString}}' });
    expect(() => odd.fill({})).toThrow(expect.objectContaining({ code: 'prompt-values-wrong' }));
    expect(odd.fill(Object.fromEntries([['toString', 'Ada']]))).toBe('Ada');
  });

  test.each<[Record<string, string>, string[], string[]]>([
    [{ who: 'Ada' }, ['day'], []],
    [{ who: 'Ada', day: 'Monday', hour: '9' }, [], ['hour']],
    [{ toString: 'Ada', day: 'Monday' }, ['who'], ['toString']],
    [{}, ['who', 'day'], []],
  ])('refuses %j', (values, missing, unknown) => {
    expect(() => prompt.fill(values)).toThrow(
      expect.objectContaining({
        code: 'prompt-values-wrong',
        message: expect.stringContaining('prompt greet takes exactly who, day; missing '),
        details: { prompt: 'greet', missing, unknown },
      }),
    );
  });
});
