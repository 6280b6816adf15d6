import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../../src/answering/answer-from-passages.ts';
import { lightenCommonWords } from '../../../src/answering/evidence/common-words.ts';
import { judgeEvidence } from '../../../src/answering/evidence/judge-evidence.ts';
import type { EvidenceFeatures } from '../../../src/answering/evidence/measure-evidence.ts';
import {
  informationOf,
  largestInformation,
  type TermStatistics,
} from '../../../src/answering/term-statistics.ts';
import { scriptPassages, terms } from '../scripted-search.ts';

const statistics: TermStatistics = {
  terms,
  passages: 100,
  passagesWith: (term) => (term === 'ward' ? 20 : 4),
};

describe('common words', () => {
  test('weigh a quarter, others all', () => {
    const weigh = (weights: [string, number][]) => ({
      weights: new Map(weights),
      total: weights.reduce((sum, [, weight]) => sum + weight, 0),
    });
    const whole = weigh([
      ['someone', 4],
      ['stroke', 3],
    ]);
    const lightened = lightenCommonWords({ whole, focus: whole, pairs: [] }, statistics);
    expect([...lightened.focus.weights]).toEqual([
      ['someone', 1],
      ['stroke', 3],
    ]);
    expect(lightened.whole.total).toBe(4);
  });
});

describe('evidence', () => {
  const { found, texts } = scriptPassages([
    { text: 'The stroke ward of the hospital moved. It has twelve new beds.' },
    { text: 'Nobody knows the reason.' },
  ]);
  const measure = (question: string): EvidenceFeatures =>
    readEvidence({ question, found, texts, statistics }).features;

  test('takes over what the indexes say', () => {
    expect(measure('stroke')).toMatchObject({ completeness: 0.8, lead: 0.3, cohesion: 0.1 });
  });

  test('counts the best sentence with those around it', () => {
    expect(measure('Are there beds in the stroke ward?').sentence).toBeGreaterThan(0.7);
    const rare = informationOf('bed', statistics);
    const frequent = informationOf('ward', statistics);
    expect(measure('stroke beds ward hip').sentence).toBeCloseTo(
      (2 * rare + frequent) / (3 * rare + frequent),
    );
  });

  test('hardly minds that words which say little are missing', () => {
    const rare = informationOf('stroke', statistics);
    expect(measure('stroke anyone').sentence).toBeCloseTo(rare / (rare + rare / 4));
    expect(measure('stroke surgery').sentence).toBeCloseTo(1 / 2);
  });

  test('counts the information found in one passage', () => {
    expect(measure('stroke ward reasons').found).toBeCloseTo(
      (informationOf('stroke', statistics) + informationOf('ward', statistics)) /
        largestInformation(100),
    );
  });
});

describe('confidence', () => {
  const middling = {
    completeness: 0.4,
    lead: 0.2,
    cohesion: 0.1,
    sentence: 0.7,
    form: 0,
    found: 3,
  };
  const none = { unknown: 0, elsewhere: 0 };

  test.each(['completeness', 'lead', 'cohesion', 'sentence', 'form', 'found'] as const)(
    'rises with %s',
    (name) => {
      const more = { ...middling, [name]: middling[name] + 0.2 };
      expect(judgeEvidence(more, none)).toBeGreaterThan(judgeEvidence(middling, none));
    },
  );

  test('falls with names that are missing, most with unknown ones, and no further after two', () => {
    const at = (unknown: number, elsewhere: number): number =>
      judgeEvidence(middling, { unknown, elsewhere });
    expect(at(0, 0.5)).toBeLessThan(at(0, 0));
    expect(at(1, 0)).toBeLessThan(at(0, 1));
    expect(at(5, 0)).toBe(at(2, 0));
  });
});
