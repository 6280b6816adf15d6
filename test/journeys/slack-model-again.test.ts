import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { honestAnswer, promptName } from './model-answers.ts';
import { letters, lettersQuestion, useModelJourney } from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';

const service = new LLMock({ port: 0 });
const withJourney = useModelJourney();

beforeAll(async () => {
  await service.start();
  service.on({ predicate: (request) => promptName(request) === 'compose-answer' }, (request) => ({
    content: honestAnswer(request, [letters]),
  }));
});
afterAll(() => service.stop());

test('who asks what was asked before reads the same answer, until somebody finds it not helpful', async () => {
  await withJourney({ url: `${service.url}/v1` }, async (journey) => {
    const { slack, exchanges } = journey;
    const ask = async (person: string) => {
      const asked = await slack.actAs(person).mention('general', lettersQuestion);
      await untilQuiet(journey);
      const [reply, ...others] = repliesInThread(slack, asked.channel, asked.ts);
      const [exchange] = await exchanges.latest(`${asked.channel}:${asked.ts}`, 5);
      if (reply === undefined || exchange === undefined) throw new Error('there is no reply');
      expect(others).toEqual([]);
      expect(reply.stream?.state).toBe('completed');
      return { reply, exchange };
    };

    const first = await ask('amira');
    const again = await ask('tom');
    expect(service.getRequests()).toHaveLength(1);
    expect(again.exchange.modelRun?.cachedFrom).toBe(first.exchange.id);
    expect(again.reply.text).toBe(first.reply.text);
    expect(visibleText(again.reply)).toContain(letters);
    // Its buttons are about tom's own exchange, and nothing leads back to amira's.
    expect(visibleText(again.reply)).not.toContain(first.exchange.id);

    const verdict = `${again.exchange.id}:not-helpful`;
    await slack.actAs('tom').clickButton('general', again.reply.ts, 'give-feedback', verdict);
    await untilQuiet(journey);
    const anew = await ask('leo');
    expect(service.getRequests()).toHaveLength(2);
    expect(anew.exchange.modelRun?.cachedFrom).toBeNull();
  });
});
