import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsAnswer } from '../../../src/evaluation/scorers/answer-containment.ts';
import { commonRun } from '../../../src/evaluation/scorers/common-run.ts';
import { overlapsEvidence } from '../../../src/evaluation/scorers/evidence-overlap.ts';
import { normalizedWords } from '../../../src/evaluation/scorers/normalized-words.ts';

const words = fc.array(fc.constantFrom('red', 'green', 'blue', 'grey'), { maxLength: 12 });

describe('normalised words', () => {
  it('folds case, width, punctuation and articles', () => {
    expect(normalizedWords('The ﬁrst “Patient’s” visit — an A&E!')).toEqual([
      'first',
      'patients',
      'visit',
      'e',
    ]);
    expect(normalizedWords('£1,250.50 in 2,3 or 10.')).toEqual([
      '1250.50',
      'in',
      '2',
      '3',
      'or',
      '10',
    ]);
  });
});

describe('longest common run', () => {
  it('counts consecutive words only', () => {
    expect(commonRun(['a', 'b', 'c', 'd'], ['x', 'b', 'c', 'y', 'd'])).toBe(2);
    expect(commonRun([], ['a'])).toBe(0);
  });

  it('does not depend on the order of its arguments and finds what was planted', () => {
    fc.assert(
      fc.property(words, words, words, (before, run, after) => {
        expect(commonRun([...before, ...run, ...after], run)).toBe(run.length);
        expect(commonRun(before, after)).toBe(commonRun(after, before));
      }),
    );
  });
});

describe('evidence overlap', () => {
  const evidence = ['Within 10 days of receiving your application the court will send you a date.'];

  it('is found in a longer quote, a part of it, and through other punctuation', () => {
    expect(overlapsEvidence([`Note this. ${evidence[0]} You must go.`], evidence)).toBe(true);
    expect(overlapsEvidence(['the court will send you a date'], evidence)).toBe(true);
    expect(
      overlapsEvidence(['within 10 days, of receiving your application – the court'], evidence),
    ).toBe(true);
  });

  it('is not found in a few words in common', () => {
    expect(overlapsEvidence(['The court will hear both sides of the matter.'], evidence)).toBe(
      false,
    );
    expect(overlapsEvidence([], evidence)).toBe(false);
    expect(overlapsEvidence(['the court'], [])).toBe(false);
  });

  it('wants short evidence whole', () => {
    expect(overlapsEvidence(['How to apply for it'], ['Apply online'])).toBe(false);
    expect(overlapsEvidence(['You can apply online now'], ['Apply online'])).toBe(true);
    expect(overlapsEvidence(['anything'], ['…'])).toBe(false);
  });
});

describe('answer containment', () => {
  it('wants a short answer as a run of words in one text', () => {
    expect(containsAnswer(['They write within 10 days, mostly.'], ['Within 10 days'])).toBe(true);
    expect(containsAnswer(['Within the first 10 of 30 days'], ['within 10 days'])).toBe(false);
    expect(containsAnswer(['within 10', 'days'], ['within 10 days'])).toBe(false);
  });

  it('takes any of several answers', () => {
    expect(containsAnswer(['It costs £20.'], ['£30', '£20'])).toBe(true);
  });

  it('wants four fifths of the words of a long answer, in all texts together', () => {
    const answer =
      'nurses lead clinics twice monthly while hospital consultants advise by telephone';
    expect(
      containsAnswer(
        ['Nurses lead clinics twice monthly.', 'Consultants in hospital advise by telephone.'],
        [answer],
      ),
    ).toBe(true);
    expect(containsAnswer(['Nurses lead clinics twice monthly.'], [answer])).toBe(false);
    expect(
      containsAnswer(['days '.repeat(11)], ['one day or two days or three days or four days']),
    ).toBe(false);
  });

  it('has no verdict where no text could contain the answer', () => {
    expect(containsAnswer(['yes'], ['Yes.', 'no'])).toBeNull();
    expect(containsAnswer(['yes'], [])).toBeNull();
    expect(containsAnswer(['up to 3'], ['yes', 'up to 3'])).toBe(true);
  });
});
