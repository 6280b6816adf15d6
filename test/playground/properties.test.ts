import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../src/playground/blocks/validate-blocks.ts';
import { createManualClock } from '../../src/playground/index.ts';
import { paginate } from '../../src/playground/web-api/paginate.ts';
import { RateLimiter } from '../../src/playground/web-api/rate-limiter.ts';
import { rateLimitOf } from '../../src/playground/web-api/rate-tiers.ts';
import { richTextFromText } from '../../src/playground/wire/rich-text-from-text.ts';

describe('pages', () => {
  it('hold every item once, in order, whatever their size', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 70 }), (items, limit) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = paginate(items, (item) => item, limit, cursor);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== '');
        expect(seen).toEqual(items);
      }),
    );
  });

  it('come only from cursors that were given out', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (cursor) => {
        expect(() => paginate(['a', 'b'], (item) => item, 1, cursor)).toThrow(
          expect.objectContaining({ code: 'invalid_cursor' }),
        );
      }),
    );
  });
});

describe('rate limits', () => {
  it('let no more than the burst and the rate through, and a waiting call always', () => {
    const calls = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 200 });
    const method = fc.constantFrom('chat.postMessage', 'chat.startStream', 'users.info');
    fc.assert(
      fc.property(method, calls, (name, pauses) => {
        const clock = createManualClock();
        const limiter = new RateLimiter(clock);
        const { burst, perMinute } = rateLimitOf(name);
        const begin = clock.now();
        let passed = 0;
        for (const pause of pauses) {
          clock.advance(pause);
          const wait = limiter.take(name, 'C1');
          if (wait === null) passed += 1;
          else {
            clock.advance(wait * 1_000);
            expect(limiter.take(name, 'C1')).toBeNull();
            passed += 1;
          }
        }
        const minutes = (clock.now() - begin) / 60_000;
        expect(passed).toBeLessThanOrEqual(burst + minutes * perMinute + 1e-6);
      }),
    );
  });
});

describe('rich text', () => {
  const word = fc.string({ unit: fc.constantFrom('a', ' ', '<', '>', '&', ':', '@', '|', 'é') });

  it('loses nothing of what is typed without markup', () => {
    fc.assert(
      fc.property(word, (typed) => {
        const text = typed
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll(':', ';');
        const { elements } = richTextFromText(text, 'b') as unknown as {
          elements: { elements: { text: string }[] }[];
        };
        const shown = elements[0]?.elements.map((element) => element.text).join('');
        expect(shown).toBe(typed.replaceAll(':', ';'));
      }),
    );
  });

  it('is always a block that Slack would take, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '|',
      '@',
      '#',
      '!',
      'U1',
      'https:',
      '//a',
      'here',
      ' ',
    );
    const typing = fc.array(fc.oneof(pieces, word), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(typing, (typed) => {
        expect(validateBlocks([richTextFromText(typed, 'b')], 'message')).toEqual([]);
      }),
    );
  });
});

describe('the block validator', () => {
  it('answers with problems to anything at all, and never throws', () => {
    const types = fc.constantFrom('section', 'actions', 'table', 'rich_text', 'input', 'context');
    const block = fc.oneof(
      fc.anything(),
      fc.record({ type: types, text: fc.anything(), elements: fc.array(fc.anything()) }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(block)), (blocks) => {
        const problems = validateBlocks(blocks, 'message');
        expect(problems.every((problem) => problem.includes('[json-pointer:/blocks'))).toBe(true);
      }),
    );
  });
});
