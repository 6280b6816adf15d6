import { expect, test } from 'vitest';
import { createHonestChatModel } from '../../src/bench/honest-chat-model.ts';
import { asData } from '../../src/prompting/index.ts';

const marker = '0123456789ab';
const first = 'Waiting for the clinic fell by a third in the first year.';
const second = 'Patients said that the clinic was explained to them better.';
const prompt = [
  asData('P1, Clinics, paper, no date', `Too short. ${first} And so on.`, marker),
  asData('P2, Patients, paper, no date', second, marker),
  asData('question', 'How did Waiting for the clinic change over a year or two?', marker),
].join('\n\n');

async function say(name: string, times = 1) {
  const steps: string[] = [];
  const model = createHonestChatModel({ enter: (step) => void steps.push(step) });
  let pieces: string[] = [];
  for (let count = 0; count < times; count += 1) {
    pieces = [];
    const output = { name, schema: {} };
    const messages = [{ role: 'user' as const, content: prompt }];
    for await (const chunk of model.stream({ messages, output, mostTokens: 100 })) {
      if (chunk.kind === 'text') pieces.push(chunk.text);
    }
  }
  const output = JSON.parse(pieces.join('')) as {
    claims: { text: string; quotes: { passage: string; quote: string }[] }[];
  };
  return { steps, pieces, claims: output.claims };
}

test('claims sentences of the passages it is shown, and quotes them', async () => {
  const { claims } = await say('compose-answer');
  expect(claims).toEqual([
    { text: first, quotes: [{ passage: 'P1', quote: first }] },
    { text: second, quotes: [{ passage: 'P2', quote: second }] },
  ]);
});

test('gets a quote wrong now and then, and right when asked to repair it', async () => {
  const { claims } = await say('compose-answer', 8);
  expect(claims[0]?.quotes[0]?.quote).not.toBe(first);
  expect(claims[1]?.quotes[0]?.quote).toBe(second);
  const repaired = await say('repair-claim', 8);
  expect(repaired.claims).toEqual([{ text: first, quotes: [{ passage: 'P1', quote: first }] }]);
});

test('tells its own time from that in which its words are read and claims are checked', async () => {
  const { steps, pieces } = await say('compose-answer');
  expect(steps[0]).toBe('model');
  expect(steps.filter((step) => step === 'verifying')).toHaveLength(3);
  expect(pieces.filter((piece) => piece === '}')).toHaveLength(3);
});
