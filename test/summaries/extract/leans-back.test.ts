import { describe, expect, test } from 'vitest';
import { leansBack, namedBefore } from '../../../src/summaries/extract/leans-back.ts';

describe('what needs the sentence before it further on than in its first word', () => {
  test.each([
    'Forty-four of them went on to a home of their own.',
    'Two of these (97 people) healed sooner.',
    'Five wished that it had been held later.',
    'The seventh came with the review of 2013.',
    'The practice then hides the record within two working days.',
    'The answers of patients are not affected either.',
    'On level 5 the result is similar.',
    'The clinics welcomed it as well.',
    'Most preferred the latter.',
    'This page sums up what an article reported of it.',
  ])('%s', (text) => {
    expect(leansBack(text)).toBe(true);
  });

  test.each([
    'Five patients wished that it had been held later.',
    'Safety of these interventions remains unclear.',
    'Since then waits have fallen.',
    'If a bed is free, the ward then calls the patient.',
    'Patients and carers were asked as well.',
    'Between calls and visits most preferred the latter.',
    'The former chairman spoke.',
    'Neither the ward nor the practice is to blame.',
  ])('not: %s', (text) => {
    expect(leansBack(text)).toBe(false);
  });
});

describe('what begins as if the reader knew it', () => {
  const before = 'Since 2022 a car has set out with a crew of two. ';

  test.each([
    ['The crew carries a checklist.', 'crew'],
    ['The new car needs 3.4 posts.', 'car'],
  ])('%s', (text, noun) => {
    expect(namedBefore(text, before, 'Falls and frailty')).toBe(noun);
  });

  test.each([
    'The crew of the ambulance carries a checklist.',
    'The crew that answers is on call.',
    'The smallest car needs 3.4 posts.',
    'The nurse carries a checklist.',
    'The hospital pays.',
  ])('not: %s', (text) => {
    expect(namedBefore(text, `${before}A hospital paid.`, 'Falls and frailty')).toBeNull();
  });

  test('the title and headings introduce it as well', () => {
    expect(namedBefore('The crew carries a checklist.', before, 'Two crews for falls')).toBeNull();
  });
});
