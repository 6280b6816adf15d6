import { expect, test } from 'vitest';
import { type Answered, describeDisagreements } from '../../../src/answering/index.ts';
import type { Publication } from '../../../src/library/index.ts';
import { samplePublication } from '../../fakes/sample-publication.ts';

const words = {
  facts: ({ kind, date }: Publication) => `${kind}, ${date ?? 'no date'}`,
  kind: ({ kind }: Publication) => kind,
};
const policy = { kind: 'policy', date: '2024' } as const;
const paper = { kind: 'paper', date: '2021' } as const;

/** Two claims that cite these, and disagree. */
function said(
  left: Partial<Publication>[],
  right: Partial<Publication>[],
  newer: number | null,
  ranksHigher: number | null,
): string[] {
  const sources = [...left, ...right].map((publication, index) => ({
    number: index + 1,
    publication: samplePublication(publication),
    heading: null,
    pages: [],
  }));
  const numbers = sources.map(({ number }) => number);
  const answer: Answered = {
    kind: 'answer',
    composer: 'model',
    claims: [
      { text: 'One.', quotes: [], citations: numbers.slice(0, left.length) },
      { text: 'Other.', quotes: [], citations: numbers.slice(left.length) },
    ],
    sources,
    disagreements: [
      { claims: [0, 1], newer, ranksHigher },
      { claims: [0, 1], newer, ranksHigher },
    ],
  };
  return describeDisagreements(answer, words);
}

const both = '[1] (policy, 2024) and [2] (paper, 2021) say different things.';

test.each([
  [0, 0, `${both} [1] is newer, and a policy ranks above a paper.`],
  [1, 0, `${both} [2] is newer, but a policy ranks above a paper.`],
  [0, null, `${both} [1] is newer.`],
  [null, 0, `${both} A policy ranks above a paper.`],
  [null, null, both],
])('newer %s, higher %s: each disagreement is said once', (newer, higher, expected) => {
  expect(said([policy], [paper], newer, higher)).toEqual([expected]);
});

test('several sources on a side are all named, and of their kinds those nearest to each other', () => {
  const statement = { kind: 'statement', date: null } as const;
  expect(said([policy, statement], [paper, { ...paper, kind: 'case-study' }], 0, 0)).toEqual([
    '[1] (policy, 2024) with [2] (statement, no date), and [3] (paper, 2021) with [4] (case-study, 2021) say different things. [1] [2] are newer, and a statement ranks above a paper.',
  ]);
});
