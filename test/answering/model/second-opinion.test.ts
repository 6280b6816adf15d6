import { setImmediate as immediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChatModelError } from '../../../src/prompting/index.ts';
import { createJudgingChatModel } from '../../fakes/judging-chat-model.ts';
import { claimsReply } from '../../fakes/scripted-chat-model.ts';
import { compose } from './compose-setting.ts';

const subjects = ['stroke', 'asthma', 'dementia', 'diabetes', 'epilepsy'];
const quoteOf = (subject: string): string =>
  `After discharge, a nurse telephones patients with ${subject} within 72 hours.`;
const passages = [{ text: subjects.map(quoteOf).join(' ') }];
const verbatim = (subject: string) => ({
  text: quoteOf(subject),
  quotes: [['P1', quoteOf(subject)]] as const,
});
const paraphrase = (subject: string) => ({
  ...verbatim(subject),
  text: `Patients with ${subject} are telephoned by a nurse within 72 hours of discharge.`,
});
const invented = {
  text: 'Patients are visited by a doctor at home.',
  quotes: [['P1', 'A doctor visits every patient at home.']] as const,
};
const [stroke, asthma, dementia] = [
  paraphrase('stroke'),
  paraphrase('asthma'),
  paraphrase('dementia'),
];
const on = { secondOpinion: true };
const textsOf = (claims: readonly { text: string }[]): string[] => claims.map(({ text }) => text);

describe('a second opinion', () => {
  test('is asked for only where it is wanted, and of paraphrases alone', async () => {
    const reply = claimsReply([stroke, verbatim('asthma')]);
    const off = createJudgingChatModel([reply], () => false);
    expect((await compose(off, passages)).shown).toHaveLength(2);
    expect(off.judged).toEqual([]);

    const model = createJudgingChatModel([reply], () => true);
    const { shown, run } = await compose(model, passages, on);
    expect(model.judged).toEqual([stroke.text]);
    expect(shown).toHaveLength(2);
    expect(run.steps).toMatchObject([
      { step: 'compose', calls: 1 },
      { step: 'judge', calls: 1 },
    ]);
    expect(run.usage).toMatchObject({ input: 200, output: 40 });
  });

  test('against a claim gives it one more attempt, and drops it after that', async () => {
    const refuse = (claim: string): boolean => claim !== stroke.text;
    const mended = await compose(
      createJudgingChatModel([claimsReply([stroke, asthma]), claimsReply([dementia])], refuse),
      passages,
      on,
    );
    expect(textsOf(mended.shown)).toEqual([asthma.text, dementia.text]);
    expect(mended.run).toMatchObject({ offered: 2, repaired: 1, dropped: {} });

    const dropped = await compose(
      createJudgingChatModel([claimsReply([stroke, asthma]), claimsReply([stroke])], refuse),
      passages,
      on,
    );
    expect(textsOf(dropped.shown)).toEqual([asthma.text]);
    expect(dropped.run).toMatchObject({ repaired: 0, dropped: { 'not-supported': 1 } });
  });

  test('never lets through what has failed a check', async () => {
    const model = createJudgingChatModel([claimsReply([invented, stroke])], () => true);
    const { shown, run } = await compose(model, passages, on);
    expect(textsOf(shown)).toEqual([stroke.text]);
    expect(model.judged).toEqual([stroke.text]);
    expect(run.dropped).toEqual({ 'quote-not-found': 1 });
  });

  test.each([
    ['is no JSON', { pieces: ['I would rather not say.'] }],
    ['says something else', { pieces: ['{"supported": "no"}'] }],
    ['is cut off', { pieces: ['{"supported": false}'], end: 'length' as const }],
    ['cannot be had', { pieces: [], end: new ChatModelError('unavailable', 'down', 'Later.') }],
    ['is refused', { pieces: [], end: new ChatModelError('refused', 'no', 'Refused.') }],
  ])('that %s leaves the claim as it is, since the checks have passed', async (_, reply) => {
    const model = createJudgingChatModel([claimsReply([stroke])], () => reply);
    const { shown, run } = await compose(model, passages, on);
    expect(textsOf(shown)).toEqual([stroke.text]);
    expect(run).toMatchObject({ dropped: {}, failure: null });
  });
});

describe('while a claim is judged', () => {
  test('the next are read and judged, at most two at once, and all are shown in order', async () => {
    const offered = fc.record({
      subject: fc.constantFrom(...subjects),
      isParaphrase: fc.boolean(),
      isSupported: fc.boolean(),
    });
    let most = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.uniqueArray(offered, { minLength: 1, selector: ({ subject }) => subject }),
        async (scheduler, claims) => {
          const written = claims.map((each) => ({
            ...each,
            ...(each.isParaphrase ? paraphrase(each.subject) : verbatim(each.subject)),
          }));
          const refused = written.filter((each) => each.isParaphrase && !each.isSupported);
          const replies = [claimsReply(written), claimsReply([])];
          const model = createJudgingChatModel(replies, async (claim) => {
            // All claims are written before the first opinion, which then come in any order.
            await immediate();
            return scheduler.schedule(Promise.resolve(!textsOf(refused).includes(claim)));
          });
          const composed = await scheduler.waitFor(compose(model, passages, on));
          const supported = written.filter((each) => !refused.includes(each));
          expect(textsOf(composed.shown)).toEqual(textsOf(supported));
          expect(composed.run.dropped).toEqual(
            refused.length === 0 ? {} : { 'not-supported': refused.length },
          );
          most = Math.max(most, model.mostAtOnce());
        },
      ),
      { numRuns: 60 },
    );
    expect(most).toBe(2);
  });

  test('those that need no judgement wait for it, too', async () => {
    const order = [stroke, verbatim('asthma'), dementia];
    const model = createJudgingChatModel([claimsReply(order)], (claim) => claim !== dementia.text);
    const { shown } = await compose(model, passages, on);
    expect(textsOf(shown)).toEqual([stroke.text, quoteOf('asthma')]);
  });

  test('nothing is shown after Stop', async () => {
    const stop = new AbortController();
    const shown: string[] = [];
    const model = createJudgingChatModel([claimsReply([verbatim('stroke'), asthma])], () => {
      stop.abort(new Error('stopped'));
      return true;
    });
    const composing = compose(model, passages, {
      ...on,
      signal: stop.signal,
      onClaim: ({ text }) => void shown.push(text),
    });
    await expect(composing).rejects.toThrow('stopped');
    expect(shown).toEqual([quoteOf('stroke')]);
  });
});
