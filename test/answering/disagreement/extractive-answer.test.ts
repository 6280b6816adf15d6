import { expect, test } from 'vitest';
import { answerFromPassages, countTerms } from '../../../src/answering/index.ts';
import { scriptPassages, terms } from '../scripted-search.ts';

const question = 'How soon are high-risk patients telephoned?';
const within = (hours: number): string =>
  `High-risk patients are telephoned within ${hours} hours of leaving the ward.`;
const filler = 'The car park has forty spaces and closes at ten.';

function answer(first: string, second: string) {
  const texts = [
    { text: first, publication: { kind: 'paper' as const, date: '2021' } },
    { text: second, publication: { kind: 'policy' as const, date: '2024-03' } },
    { text: filler },
  ];
  const { found, texts: stored } = scriptPassages(texts);
  const written = texts.map(({ text }) => text);
  const statistics = countTerms(written, terms);
  const even = found.passages.map((retrieved) => ({ ...retrieved, score: 1 }));
  const request = { question, found: { ...found, passages: even }, statistics, texts: stored };
  const { answer: given } = answerFromPassages(request);
  if (given.kind !== 'answer') throw new Error(`abstained: ${given.reason}`);
  return given;
}

test('an answer of the library’s own sentences gives both sides and says that they disagree', () => {
  const { claims, disagreements } = answer(within(72), within(48));
  expect(claims.map(({ text }) => text)).toEqual([within(72), within(48)]);
  expect(disagreements).toEqual([{ claims: [0, 1], newer: 1, ranksHigher: 1 }]);
});

test('what another publication repeats is said once', () => {
  const { claims, disagreements } = answer(within(72), within(72).replace('the ward', 'a ward'));
  expect(claims).toHaveLength(1);
  expect(disagreements).toEqual([]);
});
