import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeChange } from '../../../src/summaries/changes/describe-change.ts';
import { diffWords } from '../../../src/summaries/changes/diff-words.ts';
import { readEdition } from '../../../src/summaries/changes/read-edition.ts';
import type { DiffWord } from '../../../src/summaries/changes/read-words.ts';
import { readSampleText } from '../../fakes/read-sample.ts';

const wordsOf = async (text: string): Promise<readonly DiffWord[]> => {
  const [statement] = readEdition(await readSampleText(text, { id: text }));
  return statement?.words ?? [];
};

const labelOf = async (before: string, after: string): Promise<string | null> =>
  describeChange(await wordsOf(before), await wordsOf(after))?.label ?? null;

describe('words that differ', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd').map(
    (plain): DiffWord => ({
      text: plain,
      plain,
      gap: ' ',
      kind: 'word',
    }),
  );
  const words = fc.array(word, { maxLength: 12 });

  test('replacing them turns the one into the other', () => {
    fc.assert(
      fc.property(words, words, (earlier, later) => {
        const made = [...earlier];
        for (const { before, after, beforeAt } of diffWords(earlier, later).toReversed())
          made.splice(beforeAt, before.length, ...after);
        expect(made).toEqual(later);
      }),
    );
  });

  test('the same words differ in nothing', () => {
    fc.assert(fc.property(words, (some) => diffWords(some, some).length === 0));
  });
});

describe('what a change is called', () => {
  test.each([
    [
      'The ward reports it within 10 working days.',
      'The ward reports it within 5 working days.',
      '10 working days → 5 working days',
    ],
    [
      'The ward reports it within ten days.',
      'The ward reports it within five days.',
      'ten days → five days',
    ],
    ['The share of it is 12% in wards.', 'The share of it is 14.5% in wards.', '12% → 14.5%'],
    [
      'The ward must tell the family of it.',
      'The ward should tell the family of it.',
      'must → should',
    ],
    [
      'The ward must tell the family of it.',
      'The ward must not tell the family of it.',
      'added: “not”',
    ],
    [
      'The ward sister must tell the family.',
      'The duty manager must tell the family.',
      'ward sister → duty manager',
    ],
    ['Send it to the nurse and the doctor.', 'Send it to the nurse or the doctor.', 'and → or'],
    [
      'Patients are seen on the ward unless they object.',
      'Patients are seen on the ward.',
      'left out: “unless they object”',
    ],
    ['The group meets on Monday in town.', 'The group meets on Friday in town.', 'Monday → Friday'],
    ['The group sends the letter by fax.', 'The group sends the letter by email.', 'fax → email'],
  ])('%s %s', async (before, after, label) => {
    expect(await labelOf(before, after)).toBe(label);
  });

  test.each([
    ['The organisation reports within ten days.', 'The organization reports within 10 days.'],
    ['The follow-up is done by the team.', 'A follow up is done by the team.'],
    ['1.2 The ward reports the delay.', '3.4 The ward reports the delays.'],
    ['The ward, too, reports the delay.', 'The ward too reports a delay.'],
    ['It costs 1,000 pounds in the year.', 'It costs 1000 pounds in the year.'],
  ])('%s %s is no change', async (before, after) => {
    expect(await labelOf(before, after)).toBeNull();
  });
});
