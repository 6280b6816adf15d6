import { describe, expect, test } from 'vitest';
import type { Summary, SummaryItem } from '../../../src/summaries/index.ts';
import { faithfulSummary } from '../../fakes/faithful-summary.ts';
import {
  longChapter,
  modelThat,
  publicationOf,
  repeating,
  saying,
  summarise,
  textsOf,
} from './summary-setting.ts';

const falls = 'The share taken to hospital after a fall went down from 58% in 2021 to 19% in 2023.';
const cost = 'The car cost £834,000 in its first year and attended 2,296 people in the valley.';
const advice = 'Every district should run one car with a paramedic and a therapist by April 2027.';
const short = publicationOf([
  { heading: 'Results', paragraphs: [falls, cost] },
  { heading: 'What should happen', paragraphs: [advice] },
]);
const long = publicationOf([
  longChapter('Results', falls),
  longChapter('Costs', cost),
  longChapter('Recommendations', advice),
]);

const faithful = () =>
  modelThat(({ content }) => ({ pieces: [faithfulSummary(content) ?? '{"claims": []}'] }));

describe('a publication that fits in one prompt', () => {
  test('is summarised in one call, every statement with its quote and page', async () => {
    const model = modelThat(() =>
      saying([
        repeating(falls, { importance: 3 }),
        repeating(advice, { item: 'recommendations', quotes: [{ passage: 'P2', quote: advice }] }),
      ]),
    );
    const { summary, run, progress } = await summarise(model, short);
    expect(model.asked.map(({ name }) => name)).toEqual(['summarise-section']);
    expect(summary).toMatchObject({
      composer: 'model',
      length: 'brief',
      reader: 'member',
      parts: [
        {
          item: 'findings',
          claims: [{ text: falls, citations: [1], quotes: [{ text: falls, pageStart: 1 }] }],
        },
        { item: 'recommendations', claims: [{ text: advice, quotes: [{ pageStart: 3 }] }] },
      ],
      notes: [],
    });
    expect(run).toMatchObject({
      offered: 2,
      dropped: {},
      failure: null,
      steps: [{ step: 'summarise', calls: 1 }],
    });
    expect(progress).toEqual([{ kind: 'section', number: 1, of: 1, heading: 'Results' }]);
  });

  test('is told whom it is for and how much is wanted', async () => {
    const model = modelThat(() => saying([repeating(falls)]));
    await summarise(model, short, { length: 'full', reader: 'public' });
    const content = model.asked[0]?.content ?? '';
    expect(content).toMatch(/for a member of the public: everyday words/);
    expect(content).toMatch(/are the whole publication. Give up to 20 claims/);
  });

  test('is one sentence where one is wanted: what matters most', async () => {
    const model = modelThat(() =>
      saying([
        repeating(advice, { item: 'about', importance: 3 }),
        repeating(cost),
        repeating(falls, { importance: 3 }),
      ]),
    );
    const { summary } = await summarise(model, short, { length: 'sentence' });
    expect(textsOf(summary)).toEqual([falls]);
  });
});

describe('a long publication', () => {
  test('is read section by section, in order, and put together', async () => {
    const model = faithful();
    const { summary, run, progress } = await summarise(model, long);
    expect(progress).toEqual([
      { kind: 'foreseen', calls: 4, tokens: expect.any(Number) },
      { kind: 'section', number: 1, of: 3, heading: 'Results' },
      { kind: 'section', number: 2, of: 3, heading: 'Costs' },
      { kind: 'section', number: 3, of: 3, heading: 'Recommendations' },
      { kind: 'merging', claims: expect.any(Number) },
    ]);
    expect(run.steps.map(({ step, calls }) => [step, calls])).toEqual([
      ['summarise', 3],
      ['merge', 1],
    ]);
    expect(textsOf(summary)).toEqual(expect.arrayContaining([falls, cost, advice]));
    expect(summary?.parts.map(({ item }) => item)).toEqual([
      'findings',
      'recommendations',
      'secondary-care',
    ]);
  });

  test('keeps to the words there are', async () => {
    for (const [length, most] of [
      ['brief', 120],
      ['full', 500],
    ] as const) {
      const { summary } = await summarise(faithful(), long, { length });
      const words = textsOf(summary).join(' ').split(/\s+/).length;
      expect(words).toBeLessThanOrEqual(most);
      expect(words).toBeGreaterThan(30);
    }
  });

  test('is told in a sentence that was verified', async () => {
    const { summary } = await summarise(faithful(), long, { length: 'sentence' });
    expect(textsOf(summary)).toEqual([falls]);
  });
});

describe('what a model says of a publication', () => {
  test('is shown under primary or secondary care only where the quote names it', async () => {
    const model = modelThat(() =>
      saying([
        repeating(cost, { item: 'primary-care', importance: 1 }),
        repeating(falls, { item: 'secondary-care' }),
      ]),
    );
    const { summary, run } = await summarise(model, short);
    expect(summary?.parts.map(({ item }) => item)).toEqual(['secondary-care']);
    expect(run.dropped).toEqual({ ungrounded: 1 });
  });

  test('gets one more attempt where it fails, with the passage it named alone', async () => {
    const wrong = { ...repeating(cost, { importance: 3 }), text: cost.replace('834', '384') };
    const model = modelThat(({ name }) =>
      saying([name === 'repair-claim' ? repeating(cost) : wrong]),
    );
    const { summary, run } = await summarise(model, short);
    expect(textsOf(summary)).toEqual([cost]);
    expect(run).toMatchObject({ offered: 1, repaired: 1, dropped: {} });
    const again = modelThat(({ content }) =>
      saying(content.includes('part 1 of 3') ? [repeating(falls, { text: cost })] : []),
    );
    await summarise(again, long);
    const [attempt] = again.asked.filter(({ name }) => name === 'repair-claim');
    expect(attempt?.content).toContain(falls);
    expect(attempt?.content.match(/<<P\d+, /g)).toHaveLength(1);
  });

  test('is not shown when it stays wrong, which is counted', async () => {
    const wrong = { ...repeating(cost, { importance: 3 }), text: cost.replace('834', '384') };
    const model = modelThat(() => saying([wrong]));
    const { summary, run } = await summarise(model, short);
    expect(summary).toBeNull();
    expect(run).toMatchObject({ offered: 1, repaired: 0, dropped: { figures: 1 }, failure: null });
  });

  test.each([
    ['They cost £834,000 in the first year.', 'They cost £834,000 in the first year.'],
    ['We found that falls went down by 19%.', 'We found that falls went down by 19%.'],
    [
      'Additionally, falls went down by 19% in wards.',
      'Additionally, falls went down by 19% in wards.',
    ],
    ['Figure 3 shows that falls went down by 19%.', 'Figure 3 shows that falls went down by 19%.'],
    [
      'In these wards, falls went down by 19%.',
      'In these wards, falls went down by 19% within a year of the change.',
    ],
  ])('is not shown when it cannot be understood alone: %s', async (text, quote) => {
    const read = publicationOf([{ heading: 'Results', paragraphs: [falls, quote] }]);
    const claim = { ...repeating(quote, { importance: 1 }), text };
    const { summary, run } = await summarise(
      modelThat(() => saying([repeating(falls), claim])),
      read,
    );
    expect(textsOf(summary)).toEqual([falls]);
    expect(run.dropped).toEqual({ 'not-alone': 1 });
  });

  test('is left out when it has no item that there is', async () => {
    const model = modelThat(() => saying([repeating(cost, { item: 'gossip' }), repeating(falls)]));
    const { summary, run } = await summarise(model, short);
    expect(textsOf(summary)).toEqual([falls]);
    expect(run.offered).toBe(2);
  });

  test('may be judged by it once more', async () => {
    const other = { ...repeating(cost), text: 'In its first year the car cost £834,000.' };
    const model = modelThat(({ name }) => {
      if (name === 'judge-support') return { pieces: ['{"supported": false}'] };
      return saying(name === 'repair-claim' ? [] : [other, repeating(falls)]);
    });
    const { summary, run } = await summarise(model, short, { secondOpinion: true });
    expect(textsOf(summary)).toEqual([falls]);
    expect(run.dropped).toEqual({ 'not-supported': 1 });
  });
});

describe('what is not reported', () => {
  const silent = (notReported: SummaryItem[]) => ({
    summariseAside: async () => ({ ...(await summaryOf()), notReported }),
  });
  const summaryOf = async (): Promise<Summary> => {
    const { summary } = await summarise(
      modelThat(() => saying([repeating(falls)])),
      short,
    );
    if (summary === null) throw new Error('there is one');
    return summary;
  };

  test('is what neither the model nor the search without it has found', async () => {
    const model = modelThat(() => saying([repeating(falls)]));
    const { summary } = await summarise(model, short, silent(['findings', 'limits']));
    expect(summary?.notReported).toEqual(['limits']);
  });

  test('is nothing, rather than a summary lost, where that search fails', async () => {
    const model = modelThat(() => saying([repeating(falls)]));
    const { summary } = await summarise(model, short, {
      summariseAside: async () => Promise.reject(new Error('out of memory')),
    });
    expect(textsOf(summary)).toEqual([falls]);
    expect(summary?.notReported).toEqual([]);
  });
});

test('a publication without text is not for a model', async () => {
  const model = faithful();
  const { summary, run } = await summarise(model, publicationOf([]));
  expect(summary).toBeNull();
  expect(run).toMatchObject({ steps: [], failure: null });
});
