import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answered } from '../../../src/answering/index.ts';
import { abstentionMessages } from '../../../src/slack/blocks/abstention-messages.ts';
import { answerMessages } from '../../../src/slack/blocks/answer-messages.ts';
import { apologyMessages } from '../../../src/slack/blocks/apology-message.ts';
import { greetingMessages } from '../../../src/slack/blocks/greeting-message.ts';
import { anyAbstention, anyAnswer } from './arbitrary-answers.ts';
import { expectHarmless, expectWithinLimits } from './sound-messages.ts';

const runs = { numRuns: 150 };

describe('whatever documents and people write', () => {
  test('an answer keeps to Slack’s limits, calls nobody and leads nowhere else', () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom([], ['A note.']), (answer, notes) => {
        const messages = answerMessages({ id: 'exchange-1', answer }, notes);
        expectWithinLimits(messages);
        const publications = answer.sources.map(({ publication }) => publication);
        expectHarmless(messages, publications, []);
      }),
      runs,
    );
  });

  test('an abstention does so, too', () => {
    fc.assert(
      fc.property(
        anyAbstention,
        fc.option(fc.constantFrom('C0HELP00000', '#help')),
        (value, help) => {
          const messages = abstentionMessages({ id: 'exchange-1', answer: value }, help, []);
          expectWithinLimits(messages);
          const publications = value.nearest.map(({ publication }) => publication);
          expectHarmless(messages, publications, ['C0HELP00000']);
        },
      ),
      runs,
    );
  });

  test('every word of every claim is shown, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 900 }), { minLength: 1, maxLength: 12 }),
        (texts) => {
          const claims = texts.map((text) => ({ text, citations: [1], quotes: [] }));
          const answer: Answered = {
            kind: 'answer',
            composer: 'extractive',
            disagreements: [],
            claims,
            sources: [],
          };
          const messages = answerMessages({ id: 'exchange-1', answer }, []);
          const shown = messages
            .flatMap(({ blocks }) => blocks)
            .map((block) => JSON.stringify(block))
            .filter((block) => block.includes('"section"'))
            .map((block) => /"text":"([^"]*)"/.exec(block)?.[1] ?? '')
            .join(' ');
          const words = (text: string) => text.replace(/ …| \[1\]/g, '').split(/\s+/);
          expect(words(shown)).toEqual(words(texts.join(' ').trim()));
        },
      ),
      runs,
    );
  });
});

test('greeting and apology keep to the limits', () => {
  const examples = [{ title: 'Values', question: `Which values? ${'<!here> '.repeat(30)}` }];
  const greetings = greetingMessages(examples, ['A note <!channel>']);
  expectWithinLimits(greetings);
  expectHarmless(greetings, [], []);
  for (const help of [null, 'C0HELP00000', '#help <!channel>']) {
    const messages = apologyMessages('not-answered', 'C-12345678', help);
    expectWithinLimits(messages);
    expectHarmless(messages, [], ['C0HELP00000']);
    expect(messages[0]?.text).toContain('C-12345678');
  }
});
