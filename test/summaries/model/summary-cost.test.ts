import { expect, test } from 'vitest';
import { createCallGate } from '../../../src/answering/model/call-gate.ts';
import { estimateTokens } from '../../../src/library/index.ts';
import { estimateSummaryTokens } from '../../../src/summaries/index.ts';
import {
  longChapter,
  modelThat,
  publicationOf,
  repeating,
  saying,
  summarise,
  textsOf,
} from './summary-setting.ts';

const read = publicationOf(
  Array.from({ length: 21 }, (_, at) => longChapter(`District ${String.fromCharCode(65 + at)}`)),
);
const sentence = (content: string): string =>
  /The committee of District \w met .*?\./.exec(content)?.[0] ?? '';

test('21 sections take 22 calls, as foreseen, and no prompt is longer than a section', async () => {
  const model = modelThat(({ name, content }) =>
    saying(name === 'merge-summary' ? [] : [repeating(sentence(content))]),
  );
  const { run, progress } = await summarise(model, read, { length: 'full' });
  const foreseen = estimateSummaryTokens(read);
  expect(model.asked).toHaveLength(22);
  expect(foreseen.calls).toBe(22);
  const sizes = model.asked.map(({ content }) => estimateTokens(content));
  expect(Math.max(...sizes)).toBeLessThan(8_000);
  const sent = sizes.reduce((sum, size) => sum + size, 0);
  expect(foreseen.input).toBeGreaterThan(sent);
  expect(foreseen.input).toBeLessThan(1.3 * sent);
  expect(run.steps.map(({ step, calls }) => [step, calls])).toEqual([
    ['summarise', 21],
    ['merge', 1],
  ]);
  expect(progress).toHaveLength(23);
  const { input, output } = foreseen;
  expect(progress[0]).toEqual({ kind: 'foreseen', calls: 22, tokens: input + output });
});

test.each([
  ['of one summary', 1, 5, 3],
  ['of three summaries together', 3, 2, 2],
])(
  'no more sections %s are read at once than there is room for',
  async (_of, times, room, expected) => {
    let underWay = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const model = modelThat(({ name, content }) =>
      saying(name === 'merge-summary' ? [] : [repeating(sentence(content))]),
    );
    const slow = {
      ...model,
      async *stream(request: Parameters<typeof model.stream>[0]) {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          setImmediate(() => waiting.shift()?.());
        });
        yield* model.stream(request);
        underWay -= 1;
      },
    };
    const gate = createCallGate(room);
    await Promise.all(Array.from({ length: times }, () => summarise(slow, read, { gate })));
    expect(most).toBe(expected);
  },
);

test('second attempts are bounded, also where every claim is wrong', async () => {
  const wrong = Array.from({ length: 8 }, () => ({
    ...repeating('The committee was dissolved by a vote of 14 to 3 in that year.', {
      importance: 3,
    }),
    quotes: [{ passage: 'P1', quote: 'The committee was dissolved.' }],
  }));
  const model = modelThat(() => saying(wrong));
  const { summary, run } = await summarise(model, read);
  expect(summary).toBeNull();
  expect(run.steps).toMatchObject([
    { step: 'summarise', calls: 21 },
    { step: 'repair', calls: 21 },
  ]);
  expect(run.dropped).toEqual({ 'quote-not-found': 21 * 8 });
  const attempts = model.asked.filter(({ name }) => name === 'repair-claim');
  const sizes = attempts.map(({ content }) => estimateTokens(content));
  expect(Math.max(...sizes)).toBeLessThan(1_200);
});

test('what is foreseen of a short publication is one call', () => {
  const short = publicationOf([{ heading: 'Results', paragraphs: ['Falls went down by half.'] }]);
  expect(estimateSummaryTokens(short)).toMatchObject({ calls: 1 });
  expect(estimateSummaryTokens(publicationOf([]))).toMatchObject({ calls: 0, input: 0, output: 0 });
});

test('a second opinion on a long publication is asked of what is going to be shown', async () => {
  const wards = 'Ash Birch Cedar Dogwood Elm Fir Hazel Ivy Juniper Larch'.split(' ');
  const said = (ward: string): string =>
    `Falls in the ward ${ward} went down by half in two years.`;
  const paraphrase = (ward: string): string =>
    `In two years falls in the ward ${ward} went down by half.`;
  const long = publicationOf(wards.map((ward) => longChapter(ward, said(ward))));
  const model = modelThat(({ name, content }) => {
    if (name === 'judge-support') {
      return { pieces: [`{"supported": ${!content.includes('Hazel')}}`] };
    }
    const ward = wards.find((each) => content.includes(said(each))) ?? '';
    if (name === 'merge-summary') return saying([]);
    return saying([
      repeating(said(ward), { text: paraphrase(ward), importance: ward === 'Hazel' ? 3 : 2 }),
    ]);
  });
  const { summary, run } = await summarise(model, long, { words: 40, secondOpinion: true });
  const judged = model.asked.filter(({ name }) => name === 'judge-support');
  expect(judged.length).toBeLessThanOrEqual(5);
  expect(run.dropped).toEqual({ 'not-supported': 1 });
  expect(textsOf(summary).length).toBeGreaterThan(1);
  expect(textsOf(summary).join()).not.toContain('Hazel');
});
