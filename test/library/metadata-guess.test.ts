import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/library/index.ts';
import { block, document, resolve } from './metadata-sources.ts';

describe('guesses', () => {
  test.each<[Block[], string]>([
    [[block('heading', 'Section', 2), block('heading', 'The title', 1)], 'The title'],
    [
      [block('paragraph', '6 October 2014'), block('paragraph', 'A plan for going home')],
      'A plan for going home',
    ],
    [
      [block('paragraph', 'This is a sentence that goes on.'), block('heading', 'Method', 2)],
      'Method',
    ],
    [
      [block('paragraph', `${'A long paragraph. '.repeat(12)}End.`), block('heading', 'Method', 2)],
      'Discharge policy 2024',
    ],
    [[block('paragraph', 'A sentence.')], 'Discharge policy 2024'],
  ])('a title from %#', (blocks, title) => {
    const metadata = resolve({
      path: 'docs/discharge-policy_2024.pdf',
      document: document({ blocks }),
    });
    expect(metadata.title).toBe(title);
  });

  test.each([
    ['6 October 2014', '2014-10-06'],
    ['Monday 6th October, 2014', '2014-10-06'],
    ['October 6, 2014', '2014-10-06'],
    ['Published: 1 Feb 2020', '2020-02-01'],
    ['Leeds Trust, March 2024', '2024-03'],
    ['Version of 2023-05-17', '2023-05-17'],
    ['06/10/2014', null],
    [
      'The clinic opened on 6 October 2014 and has been busy ever since then, as figures show.',
      null,
    ],
    ['31 February 2014', null],
    ['1 January 2031', null],
  ])('a date from the line "%s"', (line, date) => {
    expect(resolve({ document: document({ blocks: [block('paragraph', line)] }) }).date).toBe(date);
  });

  test.each([
    ['policies/plan.md', 'Plan', 'policy'],
    ['case studies/plan.md', 'Plan', 'case-study'],
    ['answers/who.md', 'Who answers?', 'answer'],
    ['a/plan.md', 'Northmere: a case study', 'case-study'],
    ['a/press-notice-2014.txt', 'New collaboration', 'statement'],
    ['a/plan.md', 'What makes a politician tick', 'paper'],
  ])('a kind from %s, "%s"', (path, title, kind) => {
    expect(
      resolve({ path, document: document({ blocks: [block('heading', title, 1)] }) }).kind,
    ).toBe(kind);
  });
});
