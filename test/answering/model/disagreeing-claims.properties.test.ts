import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsReply, createScriptedChatModel } from '../../fakes/scripted-chat-model.ts';
import { compose } from './compose-setting.ts';

const hours = (count: number): string =>
  `A nurse telephones frail patients within ${count} hours of discharge.`;
const reworded = 'Frail patients are telephoned within 48 hours of discharge.';
const other = 'The council holds the pooled budget for housing.';
const passages = [
  { text: `${hours(72)} ${other}`, publication: { kind: 'paper' as const, date: '2021' } },
  { text: hours(48), publication: { kind: 'policy' as const, date: '2024-03' } },
];
const paper = { text: hours(72), quotes: [['P1', hours(72)]] as const };
const policy = { text: reworded, quotes: [['P2', hours(48)]] as const };
const aside = { text: other, quotes: [['P1', other]] as const };
const invented = { text: hours(24), quotes: [['P2', hours(24)]] as const };

async function disagreementsOf(
  claims: readonly {
    text: string;
    quotes: readonly (readonly [string, string])[];
    disagreesWith?: number;
  }[],
  ...repairs: Parameters<typeof claimsReply>[0][]
) {
  const replies = [claimsReply(claims), ...[...repairs, []].map((each) => claimsReply(each))];
  const { answer } = await compose(createScriptedChatModel(replies), passages);
  return answer?.disagreements;
}

describe('two claims of a model', () => {
  const found = (one: number, two: number, newer: number) => [
    { claims: [one, two], newer, ranksHigher: newer },
  ];

  test('disagree when it says so and what they say differs', async () => {
    expect(await disagreementsOf([paper, { ...policy, disagreesWith: 1 }])).toEqual(found(0, 1, 1));
    expect(await disagreementsOf([paper, policy])).toEqual([]);
    expect(await disagreementsOf([paper, aside, { ...policy, disagreesWith: 2 }])).toEqual([]);
  });

  test('keep the order in which they were written, whichever counts for more', async () => {
    expect(await disagreementsOf([policy, { ...paper, disagreesWith: 1 }])).toEqual(found(0, 1, 0));
  });

  test('are counted as the model counts them, what is dropped or mended included', async () => {
    const marked = { ...policy, disagreesWith: 2 };
    expect(await disagreementsOf([invented, paper, marked])).toEqual(found(0, 1, 1));
    expect(await disagreementsOf([invented, { ...policy, disagreesWith: 1 }], [paper])).toEqual(
      found(0, 1, 0),
    );
    expect(await disagreementsOf([paper, { ...invented, disagreesWith: 1 }], [policy])).toEqual(
      found(0, 1, 1),
    );
  });

  test('disagree through one that repeats them', async () => {
    expect(await disagreementsOf([paper, paper, { ...policy, disagreesWith: 2 }])).toEqual(
      found(0, 1, 1),
    );
  });
});

test('whatever a model marks, a disagreement is between shown claims of different sources', async () => {
  const offered = fc.record({
    claim: fc.constantFrom(paper, policy, aside, invented),
    disagreesWith: fc.integer({ min: -1, max: 8 }),
  });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(offered, { minLength: 1, maxLength: 7 }), async (claims) => {
      const reply = claimsReply(
        claims.map(({ claim, disagreesWith }) => ({ ...claim, disagreesWith })),
      );
      const model = createScriptedChatModel([reply, claimsReply([])]);
      const { answer, shown } = await compose(model, passages);
      expect(shown).toEqual(answer?.claims ?? []);
      for (const { claims: places } of answer?.disagreements ?? []) {
        found += 1;
        const texts = places.map((place) => shown[place]?.text);
        expect(texts.toSorted()).toEqual([paper.text, policy.text].toSorted());
        expect(places[0]).toBeLessThan(places[1]);
      }
    }),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(0);
});
