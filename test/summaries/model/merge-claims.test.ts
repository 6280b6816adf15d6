import { describe, expect, test } from 'vitest';
import { ChatModelError } from '../../../src/prompting/index.ts';
import {
  longChapter,
  modelThat,
  publicationOf,
  repeating,
  type Said,
  saying,
  summarise,
  textsOf,
} from './summary-setting.ts';

const falls = 'The share taken home after a fall went up from 42% in 2021 to 81% in 2023.';
const cost = 'The car cost £834,000 in its first year and attended 2,296 people in the valley.';
const nurses = 'Most community nurses would recommend the shared record to a colleague.';
const advice = 'Every district should run one car with a paramedic by April 2027.';
const facts = [falls, cost, nurses, advice];
const read = publicationOf([
  longChapter('Results', falls, nurses),
  longChapter('Costs', cost),
  longChapter('Recommendations', advice),
]);

const claims: readonly Said[] = [
  repeating(falls, { importance: 3 }),
  repeating(nurses),
  repeating(cost, { importance: 3 }),
  repeating(advice, { item: 'recommendations' }),
];

/** Says of each section what stands in it, and then what it is told to. */
const merging = (merge: (prompt: string) => ReturnType<typeof saying>) =>
  modelThat(({ name, content }) => {
    if (name === 'merge-summary') return merge(content);
    return saying(claims.filter(({ text }) => content.includes(text)));
  });

/** What is merged of the claims that the prompt shows, by their words. */
const mergingOf = (write: (idOf: (text: string) => string) => { text: string; from: string[] }[]) =>
  merging((content) =>
    saying(
      write((text) => {
        const before = content.slice(0, content.indexOf(`>>\n${text}\n`));
        return /<<(C\d+), [^\n]*$/.exec(before)?.[1] ?? 'C0';
      }),
    ),
  );

describe('what sections say', () => {
  test('is shown to the model with item, importance and quotes, and nothing else of the text', async () => {
    const model = merging(() => saying([]));
    await summarise(model, read);
    const content = model.asked.at(-1)?.content ?? '';
    expect(content).toMatch(
      /<<C1, findings, importance 3 [0-9a-f]{12}>>\nThe share .*\nQuote: The share /,
    );
    expect(content).not.toContain('The committee of');
    expect(content).toContain('At most 120 words');
  });

  test('is put together in the words of the model, backed by all of their quotes', async () => {
    const text =
      'The car cost £834,000 in its first year and attended 2,296 people, and the share taken home after a fall went up from 42% in 2021 to 81% in 2023.';
    const model = mergingOf((id) => [{ text, from: [id(cost), id(falls)] }]);
    const { summary } = await summarise(model, read);
    const [claim] = summary?.parts[0]?.claims ?? [];
    expect(claim).toMatchObject({ text, citations: [1] });
    expect(claim?.quotes.map((quote) => quote.text)).toEqual([cost, falls]);
    expect(textsOf(summary)).toEqual([text, advice]);
  });

  test.each([
    ['another figure', cost.replace('834', '438')],
    ['a lost figure', 'The car attended people in the valley in its first year.'],
    ['words of nowhere', `${cost.replace(/\.$/, '')}, which angered taxpayers.`],
    ['a link', `${cost} See https://evil.example/cost.`],
  ])('stands as it is where the merge has %s', async (_what, text) => {
    const model = mergingOf((id) => [{ text, from: [id(cost)] }]);
    const { summary, run } = await summarise(model, read);
    expect(textsOf(summary)).toContain(cost);
    expect(textsOf(summary)).not.toContain(text);
    expect(Object.values(run.dropped)).toEqual([1]);
  });

  test('keeps its items apart', async () => {
    const text = `${nurses.replace(/\.$/, '')} and every district should run one car with a paramedic by April 2027.`;
    const model = mergingOf((id) => [{ text, from: [id(nurses), id(advice)] }]);
    const { summary, run } = await summarise(model, read);
    expect(run.dropped).toEqual({ ungrounded: 1 });
    expect(summary?.parts.find(({ item }) => item === 'recommendations')?.claims[0]?.text).toBe(
      advice,
    );
  });

  test('is not lost where the merge leaves out a finding with figures that matters most', async () => {
    const model = mergingOf((id) => [{ text: nurses, from: [id(nurses)] }]);
    const { summary } = await summarise(model, read);
    expect(textsOf(summary)).toEqual(expect.arrayContaining([nurses, falls, cost]));
  });

  test('is backed by nothing when no claim that there is was named', async () => {
    const model = mergingOf(() => [{ text: cost, from: ['C99'] }]);
    const { summary, run } = await summarise(model, read);
    expect(run.dropped).toEqual({ 'no-quote': 1 });
    expect(textsOf(summary)).toContain(cost);
  });

  test.each([
    ['cannot be had', { pieces: [], end: new ChatModelError('unavailable', '503', 'Later.') }],
    ['breaks off', { pieces: ['{"claims": [{"text": "The'], end: 'length' as const }],
    ['is no JSON', { pieces: ['I would rather talk.'] }],
    ['is empty', { pieces: ['{"claims": []}'] }],
  ])('is chosen from by rule when the merge %s', async (_how, reply) => {
    const { summary, run } = await summarise(
      merging(() => reply),
      read,
    );
    expect(textsOf(summary).sort()).toEqual([...facts].sort());
    expect(summary?.composer).toBe('model');
    expect(run.failure).toBeNull();
  });
});
