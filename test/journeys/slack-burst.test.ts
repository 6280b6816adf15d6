import { expect, test } from 'vitest';
import { addCrowd, askMany } from '../../src/playground/index.ts';
import { answered, createScriptedAsk } from '../fakes/scripted-ask.ts';
import { repliesInThread, untilQuiet } from './slack-journey.ts';
import { useSlackJourney } from './use-slack-journey.ts';

const start = useSlackJourney();

const questions = 200;

test('a burst of questions is answered whole, none twice, in order within each thread', async () => {
  const scripted = createScriptedAsk((request) => {
    const answer = answered([`About ${request.question}`]);
    const [claim] = answer.claims;
    if (claim !== undefined)
      request.onProgress?.({ kind: 'claim', claim, sources: answer.sources });
    return answer;
  });
  const journey = await start({ ask: scripted.ask });
  const { slack } = journey;
  const state = slack.snapshot();
  const crowd = addCrowd(state, { people: 40, channels: 8 });
  slack.restore(state);

  const watch = await askMany(slack, crowd, questions, (index) => `Question number ${index}?`);
  await untilQuiet(journey, 30_000);
  watch.stop();

  expect(watch.questions).toHaveLength(questions);
  expect(watch.questions.filter(({ replies }) => replies !== 1)).toEqual([]);
  const asked = scripted.requests.map((request) => request.question);
  expect(new Set(asked).size).toBe(questions);
  const threads = new Map<string, number[]>();
  for (const [index, { channel, thread }] of watch.questions.entries()) {
    const key = `${channel} ${thread}`;
    threads.set(key, [...(threads.get(key) ?? []), index]);
  }
  expect(threads.size).toBeLessThan(0.6 * questions);
  for (const [key, indexes] of threads) {
    const [channel = '', thread = ''] = key.split(' ');
    const replies = repliesInThread(slack, channel, thread);
    const numbers = replies.map(({ blocks }) => /number (\d+)/.exec(JSON.stringify(blocks))?.[1]);
    expect(numbers).toEqual(indexes.map(String));
  }
  expect(slack.counters.lost).toBe(0);
  expect(slack.counters.retried).toBe(0);
}, 60_000);
