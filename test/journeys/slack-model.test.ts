import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { percentile } from '../../src/evaluation/index.ts';
import type { LocalSlack } from '../../src/playground/index.ts';
import { honestAnswer, promptName, promptText } from './model-answers.ts';
import {
  letters,
  lettersQuestion,
  patienceMs,
  pharmacists,
  sameDay,
  useModelJourney,
} from './model-journey.ts';
import { repliesInThread, untilQuiet, visibleText } from './slack-journey.ts';
import { startWireTap, type WireTap } from './wire-tap.ts';

const service = new LLMock({ port: 0 });
const withJourney = useModelJourney();
let tap: WireTap;

beforeAll(async () => {
  await service.start();
  tap = await startWireTap(service.url);
});
afterEach(() => {
  service.clearFixtures();
  service.clearRequests();
  tap.answers.length = 0;
});
afterAll(async () => {
  await tap.close();
  await service.stop();
});

const claims = [letters, sameDay, pharmacists];
const chunkMs = 30;
/** Ask at the same time, again and again. */
const people = ['amira', 'tom', 'leo', 'sofia'];
const firstClaims = 52;

/** Answers with sentences as claims, a piece every `chunkMs`. */
function answerSlowly(sentences: readonly string[], chunkSize: number): void {
  service.on(
    { predicate: (request) => promptName(request) === 'compose-answer' },
    (request) => ({ content: honestAnswer(request, sentences) }),
    { latency: chunkMs, chunkSize },
  );
}

/** When a sentence was first to be read in Slack, by performance.now(); in a thread, or anywhere. */
function whenShown(
  slack: LocalSlack,
  sentence: string,
  thread?: string,
): { at(): number | null; stop(): void } {
  let at: number | null = null;
  const stop = slack.onChange((change) => {
    if (!('message' in change) || at !== null) return;
    const { message } = change;
    if (thread !== undefined && !('threadTs' in message && message.threadTs === thread)) return;
    if (JSON.stringify([message.text, message.blocks]).includes(sentence)) at = performance.now();
  });
  return { at: () => at, stop };
}

describe('an answer that a model composes', () => {
  test('grows claim by claim, each shown once it is complete, and can be looked into', async () => {
    answerSlowly(claims, 20);
    await withJourney({ url: tap.url }, async (journey) => {
      const { slack, exchanges, feedback } = journey;
      const shown = claims.map((sentence) => whenShown(slack, sentence));
      const amira = slack.actAs('amira');
      const asked = await amira.mention('general', lettersQuestion);
      await untilQuiet(journey, patienceMs);
      const [reply, ...others] = repliesInThread(slack, asked.channel, asked.ts);
      expect(others).toEqual([]);
      if (reply === undefined) throw new Error('there is no reply');
      expect(reply.stream?.state).toBe('completed');
      expect(slack.agentThread(asked.channel, asked.ts)).toMatchObject({
        status: '',
        sessionStatus: 'active',
      });

      const [wire] = tap.answers;
      expect(tap.answers).toHaveLength(1);
      expect(wire?.claims).toHaveLength(claims.length);
      for (const [index, complete] of (wire?.claims ?? []).entries()) {
        expect(shown[index]?.at()).toBeGreaterThan(complete);
      }
      expect(shown[0]?.at()).toBeLessThan(wire?.ended ?? 0);
      expect(shown[1]?.at()).toBeLessThan(wire?.ended ?? 0);

      const text = visibleText(reply);
      for (const claim of claims) expect(text).toContain(claim);
      expect(text).toContain('Discharge audit');
      expect(text).not.toContain('language model');
      const [exchange] = await exchanges.latest(`${asked.channel}:${asked.ts}`, 5);
      expect(exchange?.modelRun).toMatchObject({ offered: 3, failure: null, dropped: {} });

      await amira.clickButton('general', reply.ts, 'show-quote-1');
      await expect.poll(() => JSON.stringify(amira.modal?.blocks ?? '')).toContain(letters);
      const id = exchange?.id ?? '';
      await amira.clickButton('general', reply.ts, 'give-feedback', `${id}:helpful`);
      await expect
        .poll(() => feedback.find(id, amira.userId))
        .toMatchObject({ verdict: 'helpful' });
    });
  });

  test('lets no claim through that its quotes do not carry, and shows one that was repaired', async () => {
    service.on({ predicate: (request) => promptName(request) === 'compose-answer' }, (request) => ({
      content: honestAnswer(request, claims)
        .replace(`"text":"${letters}"`, `"text":"${letters.replace('41', '14')}"`)
        .replace(`"quote":"${pharmacists}"`, '"quote":"Pharmacists checked nothing at all."'),
    }));
    service.on({ predicate: (request) => promptName(request) === 'repair-claim' }, (request) => ({
      content: honestAnswer(request, promptText(request).includes('14 of 120') ? [letters] : []),
    }));
    await withJourney({ url: tap.url }, async (journey) => {
      const asked = await journey.slack.actAs('amira').mention('general', lettersQuestion);
      await untilQuiet(journey, patienceMs);
      const said = repliesInThread(journey.slack, asked.channel, asked.ts).map(visibleText).join();
      for (const claim of [letters, sameDay]) expect(said).toContain(claim);
      expect(said).not.toMatch(/14 of 120|nothing at all/);
      const [exchange] = await journey.exchanges.latest(`${asked.channel}:${asked.ts}`, 5);
      expect(exchange?.modelRun).toMatchObject({
        offered: 3,
        repaired: 1,
        dropped: { 'quote-not-found': 1 },
      });
    });
  });

  test('shows its first claim soon after it is complete', async ({ annotate }) => {
    answerSlowly(claims, 60);
    const timings = { streamsPerMinute: 1_000 };
    await withJourney({ url: tap.url, timings }, async ({ slack }) => {
      const waits: number[] = [];
      let early = 0;
      const wait = async (person: string, number: number): Promise<void> => {
        const question = `What did the discharge audit find about letters in part ${number}?`;
        const asked = await slack.actAs(person).directMessage(question);
        const shown = whenShown(slack, letters, asked.ts);
        await slack.waitForReply({ channel: asked.channel, threadTs: asked.ts }, patienceMs);
        shown.stop();
        const wire = tap.answers.find(({ request }) => request.includes(question));
        const at = shown.at() ?? Number.POSITIVE_INFINITY;
        if (at < (wire?.ended ?? 0)) early += 1;
        waits.push(at - (wire?.claims[0] ?? 0));
      };
      for (let number = 0; number < firstClaims; number += people.length) {
        await Promise.all(people.map((person, index) => wait(person, number + index)));
      }
      const [median = 0, nearlyAll = 0] = [0.5, 0.95].map((share) => percentile(waits, share) ?? 0);
      const figures = [median, nearlyAll].map((ms) => ms.toFixed(1));
      await annotate(`first claim of ${waits.length}: p50 ${figures[0]} ms, p95 ${figures[1]} ms`);
      expect(waits.length).toBeGreaterThanOrEqual(firstClaims);
      // Other tests run beside this one; on a quiet machine it takes some 20 ms.
      expect(median).toBeLessThan(1_000);
      expect(early).toBeGreaterThan(firstClaims / 2);
    });
  }, 90_000);
});
