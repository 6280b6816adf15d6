import { describe, expect, test } from 'vitest';
import { editableText } from '../../../src/playground/page/conversation/editable-text.ts';
import { layOutRows, type RowsInput } from '../../../src/playground/page/conversation/rows.ts';
import { summariseThreads } from '../../../src/playground/page/conversation/threads.ts';
import { sampleEphemeral, sampleMessage, samplePage } from './sample-page.ts';

const at = (iso: string): string => `${Date.parse(iso) / 1000}.000000`;

function layOut(input: Partial<RowsInput>): string[] {
  const rows = layOutRows({
    messages: [],
    ephemeral: [],
    timeZone: 'Europe/London',
    newAfter: null,
    me: 'U0AMIRA0000',
    ...input,
  });
  return rows.map((row) => {
    if (row.kind !== 'message') return row.kind === 'day' ? row.key : row.kind;
    return row.isContinuation ? 'continuation' : 'message';
  });
}

describe('rows of a conversation', () => {
  test('a day begins at midnight where the person is, in summer time too', () => {
    // 23:30 UTC is half past midnight of the next day in British summer time.
    const messages = [at('2026-07-01T22:30:00Z'), at('2026-07-01T23:30:00Z')].map((ts) =>
      sampleMessage({ ts }),
    );
    expect(layOut({ messages })).toEqual([
      'day-2026-07-01',
      'message',
      'day-2026-07-02',
      'message',
    ]);
    expect(layOut({ messages, timeZone: 'UTC' })).toEqual(['day-2026-07-01', 'message', 'message']);
  });

  test('messages of one author that follow closely are set together', () => {
    const messages = [
      sampleMessage({ ts: at('2026-01-05T10:00:00Z') }),
      sampleMessage({ ts: at('2026-01-05T10:04:00Z') }),
      sampleMessage({ ts: at('2026-01-05T10:05:00Z'), user: 'U0LEO000000' }),
      sampleMessage({ ts: at('2026-01-05T10:30:00Z'), user: 'U0LEO000000' }),
    ];
    expect(layOut({ messages })).toEqual([
      'day-2026-01-05',
      'message',
      'continuation',
      'message',
      'message',
    ]);
  });

  test('the line above what is new stands before the first of the others’ messages', () => {
    const messages = [
      sampleMessage({ ts: at('2026-01-05T10:00:00Z') }),
      sampleMessage({ ts: at('2026-01-05T10:01:00Z'), user: 'U0AMIRA0000' }),
      sampleMessage({ ts: at('2026-01-05T10:02:00Z') }),
      sampleMessage({ ts: at('2026-01-05T10:03:00Z') }),
    ];
    expect(layOut({ messages, newAfter: at('2026-01-05T10:00:00Z') })).toEqual([
      'day-2026-01-05',
      'message',
      'message',
      'new',
      'message',
      'continuation',
    ]);
  });

  test('what only the person sees stands where it was said', () => {
    const messages = [
      sampleMessage({ ts: at('2026-01-05T10:00:00Z') }),
      sampleMessage({ ts: at('2026-01-05T10:02:00Z') }),
    ];
    const ephemeral = [sampleEphemeral({ ts: at('2026-01-05T10:01:00Z') })];
    expect(layOut({ messages, ephemeral })).toEqual([
      'day-2026-01-05',
      'message',
      'ephemeral',
      'message',
    ]);
  });
});

test('threads are summed up by their root', () => {
  const reply = (ts: string, user: string) => sampleMessage({ ts, user, threadTs: '1.000001' });
  const threads = summariseThreads([
    sampleMessage({ ts: '1.000001' }),
    reply('2.000001', 'U0LEO000000'),
    reply('3.000001', 'U0TOM000000'),
    reply('4.000001', 'U0LEO000000'),
  ]);
  expect([...threads]).toEqual([
    ['1.000001', { replyCount: 3, lastReply: '4.000001', userIds: ['U0LEO000000', 'U0TOM000000'] }],
  ]);
});

test('what is edited looks as it was typed', () => {
  const text =
    '<@U0LEO000000> in <#C0GENERAL00|general>, <!subteam^S0STAFF00000>: a &lt; b &amp; c';
  const page = samplePage();
  const staff = page.groups.find(({ handle }) => handle === 'staff');
  const exact = text.replace('S0STAFF00000', staff?.id ?? '');
  expect(editableText(exact, page)).toBe('@leo in #general, @staff: a < b & c');
  expect(editableText('<@U0NOBODY>', page)).toBe('<@U0NOBODY>');
});
