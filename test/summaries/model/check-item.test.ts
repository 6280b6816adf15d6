import { describe, expect, test } from 'vitest';
import { checkItem } from '../../../src/summaries/model/check-item.ts';
import type { SummaryItem } from '../../../src/summaries/summary.ts';

function codeOf(item: SummaryItem, text: string, heading = 'Chapter'): string | undefined {
  const place = { publicationId: 'report', passageId: 1, ranges: [{ start: 0, end: 9 }] };
  const quote = { ...place, text, pageStart: 1, pageEnd: 1, headingPath: [heading] };
  return checkItem(item, { quotes: [quote] })?.code;
}

describe('what stands under an item', () => {
  test.each<[SummaryItem, string]>([
    ['about', 'Falls are a common reason for calls.'],
    ['findings', 'Falls went down by 19%.'],
    ['authorship', 'Published by the Valley district in March 2024.'],
    ['authorship', 'The evaluation was commissioned by two districts.'],
    ['recommendations', 'Every district should run one car.'],
    ['methods', 'We interviewed 40 nurses and compared two years.'],
    ['limits', 'The two groups could not be compared in winter.'],
    ['primary-care', 'GPs receive a letter within two days.'],
    ['primary-care', 'Each general practice keeps a list.'],
    ['secondary-care', 'Hospitals send a letter within two days.'],
    ['secondary-care', 'Patients leave the ward by noon.'],
  ])('is spoken of by its quotes: %s, %s', (item, text) => {
    expect(codeOf(item, text)).toBeUndefined();
  });

  test.each<[SummaryItem, string]>([
    ['authorship', 'Falls went down between 2021 and 2023.'],
    ['recommendations', 'Falls went down by 19%.'],
    ['methods', 'Falls went down by 19%.'],
    ['limits', 'Falls went down by 19%.'],
    ['primary-care', 'Hospitals send a letter within two days.'],
    ['secondary-care', 'GPs receive a letter within two days.'],
    ['primary-care', 'Patients receive a letter within two days.'],
  ])('is not: %s, %s', (item, text) => expect(codeOf(item, text)).toBe('ungrounded'));

  test('may be told by the heading above', () => {
    expect(
      codeOf('recommendations', 'One car in every district.', 'Recommendations'),
    ).toBeUndefined();
    expect(codeOf('limits', 'Winters differ.', 'Strengths and limitations')).toBeUndefined();
    expect(codeOf('primary-care', 'A letter comes in two days.', 'Primary care')).toBe(
      'ungrounded',
    );
  });
});
