import { describe, expect, test } from 'vitest';
import {
  isWholeSentence,
  pointsOutside,
  refersBack,
} from '../../../src/summaries/extract/stands-alone.ts';

describe('what needs the sentence before it', () => {
  test.each([
    'This shows that it works.',
    'They agreed.',
    'In this context, waits fell.',
    'As a result, waits fell.',
    'Of these documents, more than 18,000 were disclosed.',
    'For magnetic resonance imaging it fell from 48 to 26 days.',
    'The difference was small.',
    'All eleven were found within four days.',
    'For example, the hospital paid.',
    'The latter was preferred.',
    'This page retells them in plain words.',
    'The crew books it itself.',
    'To support that balance, we will retain the model.',
    'Two of the three had signed the list.',
    'Compounding this is the finding that many need help.',
    'To address this problem, money is needed.',
  ])('%s', (text) => {
    expect(refersBack(text)).toBe(true);
  });

  test.each([
    'This report examines the state of the system.',
    'This is the first report of the Inquiry.',
    'There is no comparison group.',
    'It is important that boards decide early.',
    'Both patients and staff were asked.',
    'In 2020, the UK lacked resilience.',
    'We found that waits fell.',
    'Emergency admissions fell by 28%, from 418 to 301.',
  ])('not: %s', (text) => {
    expect(refersBack(text)).toBe(false);
  });

  test('a publication may call itself what its title calls it', () => {
    const sentence = 'This policy binds the hospital.';
    expect(refersBack(sentence)).toBe(true);
    expect(refersBack(sentence, 'Discharge policy')).toBe(false);
  });

  test.each([
    ['a sustained drop around this transition age', true],
    ['transition was late, and this transition age matters', false],
    ['to meet both limits', true],
    ['to meet both patients and staff', false],
    ['fell in Segment 2', true],
  ])('points outside: %s', (text, expected) => {
    expect(pointsOutside(text)).toBe(expected);
  });

  test('what was counted before is told by the title', () => {
    expect(pointsOutside('The two bodies agreed.')).toBe(true);
    expect(pointsOutside('The five values are old.', 'Common values')).toBe(false);
  });
});

describe('whole sentences', () => {
  test.each(['Waits fell.', '“Waits fell,” she said.', '£3 million moved.'])('%s', (text) => {
    expect(isWholeSentence(text)).toBe(true);
  });

  test.each([
    'Waits fell',
    'and waits fell.',
    'Waits fell (as the board wanted.',
    'Waits fell, as shown below.',
    'Figure 3 shows waits.',
    'See www.example.org for more.',
    'This chapter describes waits.',
    'Source: the annual report.',
    'Error bars show the interval.',
    'The left-hand column is the editor’s.',
    'Please note that offices are closed.',
    '“Waits fell.',
    'A 1 B 2 C 3 D 4 E 5.',
  ])('not: %s', (text) => {
    expect(isWholeSentence(text)).toBe(false);
  });
});
