import { describe, expect, test } from 'vitest';
import { countTerms } from '../../../src/answering/index.ts';
import { createTopicWords } from '../../../src/answering/topics/topic-words.ts';
import { createAnalyser } from '../../../src/retrieval/index.ts';

const analyser = createAnalyser();
const library = [
  'The hospital has a falls clinic.',
  'Admissions fell last winter.',
  'A virtual ward looks after people at home.',
  'The ward has twenty beds.',
  'Quality of life was measured at the end.',
];
const statistics = countTerms(library, (text) => analyser.terms(text));
const wordsOf = (topic: string) => createTopicWords(topic, statistics);

describe('how much of a topic a text holds', () => {
  test('a noun is not the verb that is stemmed to it', () => {
    const { coverage } = wordsOf('falls');
    expect(coverage('After a fall, somebody rings.')).toBe(1);
    expect(coverage('Admissions fell by 12%.')).toBe(0);
    expect(coverage('Waiting times did not fall.')).toBe(0);
    expect(coverage('A point falls outside the limits.')).toBe(0);
  });

  test('the rarer word of two counts for more', () => {
    const { coverage, size } = wordsOf('virtual wards');
    expect(size).toBe(2);
    expect(coverage('virtual')).toBeGreaterThan(coverage('wards'));
    expect(coverage('Virtual wards')).toBe(1);
  });

  test('words that stand apart are not the topic', () => {
    const { standTogether } = wordsOf('end of life');
    expect(standTogether('Planning care near the end of life')).toBe(true);
    expect(standTogether('Quality of life was measured once, at the end.')).toBe(false);
    expect(wordsOf('housing').standTogether('anything')).toBe(true);
  });
});
