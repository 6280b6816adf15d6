import { describe, expect, test } from 'vitest';
import type { OfferedClaim } from '../../../src/answering/model/claim-draft.ts';
import { type ClaimsRead, readClaims } from '../../../src/answering/model/read-claims.ts';

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 7): Promise<{ drafts: OfferedClaim[]; end: ClaimsRead }> {
  const reading = readClaims(cut(text, size));
  const drafts: OfferedClaim[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done) return { drafts, end: next.value };
    drafts.push(next.value);
  }
}

const claim = (text: string, number: number): OfferedClaim => ({
  text,
  quotes: [{ passage: 'P1', quote: `that “${text}” é 😀 \\ "` }],
  disagreesWith: 0,
  number,
});
const two = [claim('first', 1), claim('second', 2)];
const written = (claims: readonly OfferedClaim[]) => claims.map(({ number: _, ...rest }) => rest);
const json = JSON.stringify({ claims: written(two) });
const whole = { complete: true, claims: 2, skipped: 0 };

describe('reading claims', () => {
  test.each([1, 2, 3, 11, 1000])('gives every claim, in pieces of %d', async (size) => {
    expect(await read(json, size)).toEqual({ drafts: two, end: whole });
  });

  test('gives a claim once its object is complete, before anything follows', async () => {
    const asked: number[] = [];
    async function* source(): AsyncGenerator<string> {
      const end = json.indexOf('},{"text"') + 1;
      for (const piece of [json.slice(0, end), json.slice(end)]) {
        asked.push(piece.length);
        yield piece;
      }
    }
    const reading = readClaims(source());
    expect((await reading.next()).value).toEqual(two[0]);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['talk', `Sure! Here is {the "answer"} you {"asked"} for:\n${json}\nDo tell me {"more"}.`],
    ['another object', `{"thoughts": ["none"]}\n${json}`],
    ['other keys', json.replace('{"claims"', '{"thought": {"a": [1]}, "claims"')],
  ])('passes over %s', async (_, text) => {
    for (const size of [1, 9, 10_000]) {
      expect(await read(text, size)).toEqual({ drafts: two, end: whole });
    }
  });

  test.each([
    ['cut off', json.slice(0, -12)],
    ['malformed', json.replace('},{"text"', '},oh{"text"')],
    ['malformed at once', json.replace('},{"text"', '},]{"text"')],
  ])('gives what was complete when the output is %s', async (_, text) => {
    expect(await read(text)).toEqual({
      drafts: [two[0]],
      end: { complete: false, claims: 1, skipped: 0 },
    });
  });

  test.each(['', 'I cannot help with that.', '{', '{"', '[1, 2]', '{"claims": 7', '\ud83d'])(
    'gives nothing for %j',
    async (text) => {
      expect(await read(text, 1)).toEqual({
        drafts: [],
        end: { complete: false, claims: 0, skipped: 0 },
      });
    },
  );

  test('tells an answer without claims from no answer', async () => {
    expect((await read('{"claims": []}')).end).toEqual({ complete: true, claims: 0, skipped: 0 });
  });

  test('skips what is too long, too much or of the wrong shape', async () => {
    const wrong = [{ text: 'a'.repeat(601), quotes: [] }, { text: 'none' }, 7, null, [[['deep']]]];
    const odd = {
      text: 'odd',
      quotes: [{ passage: 1 }, { passage: 'P1', quote: 'b'.repeat(1501) }],
    };
    const many = { text: 'many', quotes: Array.from({ length: 9 }, () => claim('x', 1).quotes[0]) };
    const claims = [...wrong, odd, many, ...Array.from({ length: 12 }, () => two[0])];
    const { drafts, end } = await read(JSON.stringify({ claims }));
    expect(drafts[0]).toEqual({ text: 'odd', quotes: [], disagreesWith: 0, number: 6 });
    expect(drafts[1]?.quotes).toHaveLength(6);
    expect(end).toEqual({ complete: true, claims: 12, skipped: 7 });
  });

  test('numbers claims as the model counts them, and takes no nonsense for a number', async () => {
    const marks = [1, 7, '1', -1, 0.5, 13, null, undefined];
    const marked = marks.map((disagreesWith) => ({ ...two[0], disagreesWith }));
    const claims = [two[0], { text: 'unreadable' }, ...marked];
    const { drafts } = await read(JSON.stringify({ claims }));
    expect(drafts.map(({ number, disagreesWith }) => [number, disagreesWith])).toEqual([
      [1, 0],
      ...[1, 7, 0, 0, 0, 0, 0, 0].map((mark, index) => [index + 3, mark]),
    ]);
  });

  test('reads nothing that lies deeper than a quote, and no prototype', async () => {
    const deep = `${'[{"a":'.repeat(5_000)}1${'}]'.repeat(5_000)}`;
    const text = json.replace('"passage"', `"x":${deep},"__proto__":{"quote":"no"},"passage"`);
    expect(await read(text, 500)).toEqual({ drafts: two, end: whole });
    expect('quote' in {}).toBe(false);
  });

  test.each(['{"claims":[', '[', '{"a":', '{ ', '{"x" ', `{"claims":["`, '🏥'])(
    'ends in time when %j goes on for ever',
    async (piece) => {
      let pieces = 0;
      async function* endless(): AsyncGenerator<string> {
        for (; ; pieces += 1) yield piece.repeat(50);
      }
      const end = await readClaims(endless()).next();
      expect(end).toMatchObject({ done: true, value: { complete: false, claims: 0 } });
      expect(pieces * piece.length * 50).toBeLessThan(260_000);
    },
  );

  test('drains what follows the claims, since what it cost is said last', async () => {
    let isDrained = false;
    async function* source(): AsyncGenerator<string> {
      yield json;
      yield '\n\n';
      isDrained = true;
    }
    const reading = readClaims(source());
    while (!(await reading.next()).done);
    expect(isDrained).toBe(true);
  });

  test('passes on what the source throws, after the claims that were complete', async () => {
    async function* source(): AsyncGenerator<string> {
      yield json.slice(0, -5);
      throw new Error('the line broke');
    }
    const reading = readClaims(source());
    expect((await reading.next()).value).toEqual(two[0]);
    await expect(reading.next()).rejects.toThrow('the line broke');
  });
});
