import { describe, expect, test } from 'vitest';
import type { Exchange, Feedback } from '../../src/answering/index.ts';
import { feedbackCases, goldenQuestionSchema } from '../../src/evaluation/index.ts';
import { sampleExchange } from '../fakes/sample-exchange.ts';
import { samplePublication } from '../fakes/sample-publication.ts';

const exchange = sampleExchange({ asker: 'U0ASKER', audiences: ['public', 'members', 'group:x'] });
const abstained = sampleExchange({
  answer: { kind: 'abstention', reason: 'nothing-relevant', nearest: [] },
});
const question = exchange.standaloneQuestion;
const evidence = ['Success is judged by outcomes.'];

function judged(overrides: Partial<Feedback> = {}, of: Exchange = exchange) {
  const feedback: Feedback = {
    exchangeId: of.id,
    person: 'U0JUDGE',
    verdict: 'not-helpful',
    reason: null,
    citation: null,
    note: null,
    givenAt: 0,
    ...overrides,
  };
  return { feedback, exchange: of };
}

const sourceOf = (id: string) => (id === 'common-values' ? 'values.md' : null);
const only = (...judgements: ReturnType<typeof judged>[]) => {
  const cases = feedbackCases(judgements, sourceOf);
  for (const each of cases) goldenQuestionSchema.parse(each);
  return cases.map(({ id: _, ...rest }) => rest);
};

describe('a case made of feedback', () => {
  test('on a helpful answer is to be answered from the same publications again', () => {
    expect(only(judged({ verdict: 'helpful' }))).toEqual([
      {
        question,
        audience: 'members',
        verdict: 'helpful',
        answerable: true,
        publication: ['values.md'],
        evidence,
      },
    ]);
  });

  test('takes a quote with something left out for several sentences', () => {
    if (exchange.answer.kind !== 'answer') throw new Error('not answered');
    const claims = exchange.answer.claims.map((claim) => ({
      ...claim,
      quotes: claim.quotes.map((quote) => ({ ...quote, text: 'One part \u2026 another part' })),
    }));
    const answer = { ...exchange.answer, claims };
    const [made] = only(judged({ verdict: 'helpful' }, { ...exchange, answer }));
    expect(made?.evidence).toEqual(['One part', 'another part']);
  });

  test('on a helpful abstention is not to be answered', () => {
    expect(only(judged({ verdict: 'helpful' }, abstained))).toMatchObject([{ answerable: false }]);
  });

  test.each([
    [{ reason: 'wrong' }, { not: { evidence } }],
    [{ reason: 'wrong', citation: 1 }, { not: { evidence } }],
    [{ reason: 'wrong-source', citation: 1 }, { not: { publication: ['values.md'] } }],
    [{ reason: 'out-of-date', citation: 1 }, { not: { publication: ['values.md'] } }],
    [{ reason: 'incomplete', citation: 1 }, { publication: ['values.md'] }],
    [{ reason: 'wrong-source' }, {}],
    [{ reason: 'unclear', note: 'Too long' }, { note: 'Too long' }],
    [{}, {}],
  ] as const)('records what was rejected: %j', (given, recorded) => {
    const reason = 'reason' in given ? { reason: given.reason } : {};
    expect(only(judged(given))).toEqual([
      {
        question,
        audience: 'members',
        verdict: 'not-helpful',
        answerable: null,
        ...reason,
        ...recorded,
      },
    ]);
  });

  test('is left out when the library no longer holds what was helpful', () => {
    const gone = sampleExchange({
      answer: {
        kind: 'answer',
        composer: 'extractive',
        disagreements: [],
        claims: [],
        sources: [
          { number: 1, publication: samplePublication({ id: 'gone' }), heading: null, pages: [] },
        ],
      },
    });
    expect(only(judged({ verdict: 'helpful' }, gone))).toEqual([]);
  });

  test('is one for all who thought the same, with the notes of all', () => {
    const alike = [
      judged({ reason: 'unclear', note: 'Too long' }),
      judged({ reason: 'unclear', note: 'Too many words', person: 'U2' }),
      judged({ reason: 'unclear', note: 'Too long', person: 'U3' }),
      judged({ verdict: 'helpful', person: 'U4' }),
    ];
    expect(only(...alike).map(({ verdict, note }) => ({ verdict, note }))).toEqual([
      { verdict: 'not-helpful', note: 'Too long; Too many words' },
      { verdict: 'helpful', note: undefined },
    ]);
    const ids = (judgements: typeof alike) =>
      feedbackCases(judgements, sourceOf).map(({ id }) => id);
    expect(ids(alike)).toEqual(ids(alike.slice(1)));
  });

  test('names nobody', () => {
    const text = JSON.stringify(
      feedbackCases([judged(), judged({ verdict: 'helpful' })], sourceOf),
    );
    expect(text).not.toMatch(/U0ASKER|U0JUDGE|C1:1/);
  });
});
