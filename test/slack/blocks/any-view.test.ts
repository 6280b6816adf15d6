import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackReasons } from '../../../src/answering/index.ts';
import { digestChoices } from '../../../src/notices/index.ts';
import { validateBlocks } from '../../../src/playground/blocks/validate-blocks.ts';
import { feedbackView } from '../../../src/slack/blocks/feedback-view.ts';
import { homeView } from '../../../src/slack/blocks/home-view.ts';
import { messageView } from '../../../src/slack/blocks/message-view.ts';
import { quoteView } from '../../../src/slack/blocks/quote-view.ts';
import { anyAnswer, anyPublication, anyText } from './arbitrary-answers.ts';
import { anyUsageReport } from './arbitrary-usage.ts';

interface View {
  type: 'modal' | 'home';
  title?: { text: string };
  private_metadata?: string;
  blocks: unknown[];
}

/** What is shown or followed in a view; ids and values are not. */
function shownIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['value', 'private_metadata'].includes(key) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => shownIn(item, name));
}

function expectSound(built: object, links: readonly (string | null)[]): void {
  const view = built as View;
  expect(validateBlocks(view.blocks, view.type)).toEqual([]);
  if (view.type === 'modal') {
    expect(view.title?.text.length).toBeGreaterThan(0);
    expect(view.title?.text.length).toBeLessThanOrEqual(24);
  }
  expect(view.private_metadata?.length ?? 0).toBeLessThanOrEqual(3_000);
  expect(JSON.stringify(view).length).toBeLessThan(250_000);
  const allowed = new Set(links.flatMap((link) => [link, link?.replaceAll('&', '&amp;')]));
  for (const text of shownIn(view)) {
    expect(text.isWellFormed()).toBe(true);
    for (const [, token = ''] of text.matchAll(/<([!@#a-z][^|>]*)/gi)) {
      const isOurs = /^!date\^\d+\^\{date(?:_pretty\} at \{time)?\}$/.test(token);
      expect(isOurs || allowed.has(token) || token === '#C0HELP00000', token).toBe(true);
    }
    for (const [address] of text.matchAll(/[a-z][a-z0-9+.-]*:\/\/[^|>\s]*/gi)) {
      expect(allowed.has(address), address).toBe(true);
    }
  }
}

const runs = { numRuns: 100 };
const anyCount = fc.nat({ max: 100_000 });
const anyInstant = fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }));
const anyStored = fc.record({
  questions: anyCount,
  feedback: anyCount,
  fileSummaries: anyCount,
  replies: anyCount,
  digest: fc.boolean(),
  calendars: fc.nat({ max: 1 }),
  since: anyInstant,
});

const anyQuote = fc.record({
  text: anyText,
  context: fc.option(
    fc
      .array(fc.record({ text: anyText, quoted: fc.boolean() }), { maxLength: 4 })
      .map((parts) => [...parts, { text: 'What was quoted.', quoted: true }]),
  ),
  pages: fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 4 }),
  heading: fc.option(anyText),
  claim: anyText,
});

describe('whatever documents and people write, Slack takes it, nobody is called, no link is new:', () => {
  test('the quotes of a source', () => {
    fc.assert(
      fc.property(
        anyPublication,
        fc.constantFrom('live' as const, 'retired' as const, 'gone' as const),
        fc.array(anyQuote, { minLength: 1, maxLength: 30 }),
        (publication, standing, quotes) => {
          expectSound(quoteView({ number: 1, publication, standing, quotes }), [publication.link]);
        },
      ),
      runs,
    );
  });

  test('the form that asks what is not helpful', () => {
    const anyGiven = fc.option(
      fc.record({
        reason: fc.option(fc.constantFrom(...feedbackReasons)),
        citation: fc.option(fc.integer({ min: 1, max: 60 })),
        note: fc.option(anyText),
      }),
    );
    fc.assert(
      fc.property(anyAnswer, fc.boolean(), anyGiven, ({ sources }, named, given) => {
        const all = sources.map((source) => ({ source, named }));
        // What somebody wrote themselves is given back to them as it was.
        const view = feedbackView(
          'exchange-1',
          all,
          given === null ? null : { ...given, note: null },
        );
        expectSound(view, []);
        const withNote = feedbackView('exchange-1', all, given) as View;
        expect(validateBlocks(withNote.blocks, 'modal')).toEqual([]);
      }),
      runs,
    );
  });

  test('the App Home', () => {
    const anyExample = fc.record({
      title: anyText,
      question: anyText.filter((text) => /\w/.test(text)),
    });
    fc.assert(
      fc.property(
        fc.record({
          roles: fc.record({
            rank: fc.constantFrom('public', 'members', 'leads', 'staff'),
            groups: fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/), { maxLength: 80 }),
          }),
          library: fc.record({
            count: anyCount,
            changedAt: anyInstant,
            checkedAt: anyInstant,
            newest: fc.array(anyPublication, { maxLength: 5 }),
          }),
          examples: fc.array(anyExample, { maxLength: 3 }),
          personalData: anyStored,
          keepDays: anyCount,
          deleted: fc.option(anyStored),
          asked: fc.option(anyText),
          helpChannel: fc.option(fc.constantFrom('C0HELP00000', '#help <!channel>')),
          modelMonth: fc.option(anyUsageReport),
          notices: fc.constant(null),
          digest: fc.option(
            fc.record({
              settings: fc.record({
                weekday: fc.integer({ min: 1, max: 7 }),
                minute: fc.nat({ max: 1_439 }),
                zone: fc.constantFrom('Europe/London', 'America/New_York'),
                channel: fc.constantFrom('C0HELP00000', null),
              }),
              choice: fc.constantFrom(...digestChoices),
            }),
          ),
          calendar: fc.option(fc.record({ madeAt: anyInstant })),
        }),
        (contents) => {
          expectSound(
            homeView(contents),
            contents.library.newest.map(({ link }) => link),
          );
        },
      ),
      runs,
    );
  });

  test('a message in place of a view', () => {
    expectSound(messageView('A title that is far too long', 'Text <!channel>'), []);
  });
});
