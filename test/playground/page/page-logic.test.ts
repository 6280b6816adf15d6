import { describe, expect, test } from 'vitest';
import { announcements } from '../../../src/playground/page/client/announcements.ts';
import { applyChange } from '../../../src/playground/page/client/apply-change.ts';
import { hueOf } from '../../../src/playground/page/client/people.ts';
import { formatRoute, parseRoute } from '../../../src/playground/page/client/route.ts';
import {
  dayName,
  exactTime,
  shortSpan,
  span,
  timeAgo,
} from '../../../src/playground/page/client/time.ts';
import { unreadOf } from '../../../src/playground/page/client/unread.ts';
import { listChannels } from '../../../src/playground/page/sidebar/list-channels.ts';
import { conversationOf, sampleEphemeral, sampleMessage, samplePage } from './sample-page.ts';

describe('routes', () => {
  test.each([
    '#/app',
    '#/app/home',
    '#/browse',
    '#/C0GENERAL00',
    '#/C0GENERAL00/1700000000.000100',
    '#/app/thread/1700000000.000100',
    '#/D0A/thread/1700000000.000100/1700000001.000100',
  ])('%s leads back to itself', (hash) => {
    expect(formatRoute(parseRoute(hash))).toBe(hash);
  });

  test.each(['', '#', '#/nonsense', '#/C0GENERAL00/thread', '#/../x'])(
    '“%s” leads to the app',
    (hash) => {
      expect(formatRoute(parseRoute(hash))).toBe('#/app');
    },
  );
});

test('the people of the sample workspace have colours of their own', () => {
  const { people } = samplePage();
  const hues = people.filter(({ isBot }) => !isBot).map((person) => hueOf(person, people, 8));
  expect(new Set(hues).size).toBe(8);
  expect(hueOf(undefined, people, 8)).toBe(0);
});

describe('times', () => {
  const now = Date.parse('2026-03-30T11:00:00Z');
  const zone = 'Europe/London';

  test('days have names near to today, across the change of the clocks', () => {
    // The clocks went forward on 29 March: that day had 23 hours.
    expect(dayName(Date.parse('2026-03-29T23:30:00Z'), now, zone)).toBe('Today');
    expect(dayName(Date.parse('2026-03-29T00:30:00Z'), now, zone)).toBe('Yesterday');
    expect(dayName(Date.parse('2026-03-28T12:00:00Z'), now, zone)).toBe('Saturday 28 March');
    expect(dayName(Date.parse('2025-11-05T12:00:00Z'), now, zone)).toBe(
      'Wednesday 5 November 2025',
    );
  });

  test('how long ago', () => {
    expect(timeAgo(now - 20_000, now, zone)).toBe('just now');
    expect(timeAgo(now + 5_000, now, zone)).toBe('just now');
    expect(timeAgo(now - 60_000, now, zone)).toBe('1 minute ago');
    expect(timeAgo(now - 3 * 3_600_000, now, zone)).toBe('3 hours ago');
    expect(timeAgo(now - 13 * 3_600_000, now, zone)).toBe('yesterday');
    expect(timeAgo(now - 3 * 86_400_000, now, zone)).toBe('3 days ago');
  });

  test('exactly, and how far ahead', () => {
    expect(exactTime(now, zone)).toBe('Monday 30 March 2026 at 12:00:00');
    expect(span(90 * 60_000)).toBe('1 hour 30 minutes');
    expect(span(26 * 3_600_000)).toBe('1 day 2 hours');
    expect(span(0)).toBe('');
    expect(shortSpan(26 * 3_600_000)).toBe('+26 h');
    expect(shortSpan(5 * 86_400_000)).toBe('+5 d');
    expect(shortSpan(10 * 60_000)).toBe('+10 min');
  });
});

describe('unread marks', () => {
  const page = samplePage();
  const unread = (messages: ReturnType<typeof sampleMessage>[], changes = {}) =>
    unreadOf({ ...conversationOf(page), messages, ...changes }, page.me, page.groups);

  test('what others say marks a channel; being named counts', () => {
    expect(unread([sampleMessage({ ts: '1.000001' })])).toEqual({ isUnread: true, count: 0 });
    expect(unread([sampleMessage({ ts: '1.000001', text: 'See <@U0AMIRA0000>' })])).toEqual({
      isUnread: true,
      count: 1,
    });
    expect(unread([sampleMessage({ ts: '1.000001', text: '<!here> look' })]).count).toBe(1);
  });

  test('groups count for those who are in them', () => {
    const leads = page.groups.find(({ handle }) => handle === 'leads');
    const messages = [sampleMessage({ ts: '1.000001', text: `<!subteam^${leads?.id}> look` })];
    const channel = { ...conversationOf(page), messages };
    expect(unreadOf(channel, 'U0LEO000000', page.groups).count).toBe(1);
    expect(unreadOf(channel, page.me, page.groups).count).toBe(0);
  });

  test('nothing of one’s own, nothing already seen, no replies in threads, nobody joining', () => {
    const quiet = { isUnread: false, count: 0 };
    expect(unread([sampleMessage({ ts: '1.000001', user: page.me })])).toEqual(quiet);
    expect(unread([sampleMessage({ ts: '1.000001' })], { lastRead: '1.000001' })).toEqual(quiet);
    expect(unread([sampleMessage({ ts: '2.000001', threadTs: '1.000001' })])).toEqual(quiet);
    expect(unread([sampleMessage({ ts: '1.000001', subtype: 'channel_join' })])).toEqual(quiet);
  });

  test('in direct messages everything counts, replies too', () => {
    const messages = [sampleMessage({ ts: '2.000001', threadTs: '1.000001' })];
    expect(unread(messages, { kind: 'direct' })).toEqual({ isUnread: true, count: 1 });
  });
});

test('the sidebar lists what the person is in, what is closed and what they could join', () => {
  const { channels, archived, joinable } = listChannels(samplePage().conversations, 'U0CONCORD01');
  expect(channels.map(({ name }) => name)).toEqual([
    'coffee',
    'general',
    'patient-voice',
    'primary-care',
  ]);
  expect(archived.map(({ name }) => name)).toEqual(['launch-2023']);
  expect(joinable.map(({ name }) => name)).toEqual(['leads', 'with-neighbours']);
});

describe('what screen readers are told', () => {
  const page = samplePage();
  const saying = (message: ReturnType<typeof sampleMessage>) =>
    applyChange(page, { type: 'message', message });

  test('what others say where the person is', () => {
    const message = sampleMessage({
      ts: '1.000001',
      text: 'See <https://a.example|the plan> &amp; go',
    });
    expect(announcements(page, saying(message), 'C0GENERAL00')).toEqual([
      'Tom Whitfield: See the plan & go',
    ]);
    expect(announcements(page, saying(message), 'C0COFFEE000')).toEqual([]);
    const own = sampleMessage({ ts: '1.000001', user: page.me });
    expect(announcements(page, saying(own), 'C0GENERAL00')).toEqual([]);
  });

  test('a streamed answer once, when it is finished', () => {
    const stream = {
      mode: null,
      startedAt: 0,
      recipientUserId: null,
      planTitle: null,
      tasks: [],
      chunkBlocks: 0,
      markdownBlockId: null,
    };
    const begun = saying(
      sampleMessage({ ts: '1.000001', stream: { ...stream, state: 'in_progress' } }),
    );
    expect(announcements(page, begun, 'C0GENERAL00')).toEqual([]);
    const message = sampleMessage({ ts: '1.000001', stream: { ...stream, state: 'completed' } });
    const finished = applyChange(begun, { type: 'message', message });
    expect(announcements(begun, finished, 'C0GENERAL00')).toEqual(['Tom Whitfield: Hello']);
    const again = applyChange(finished, { type: 'message', message: { ...message, text: 'Hi' } });
    expect(announcements(finished, again, 'C0GENERAL00')).toEqual([]);
  });

  test('what only the person sees', () => {
    const message = sampleEphemeral({ ts: '1.000001' });
    const shown = applyChange(page, { type: 'ephemeral', message });
    expect(announcements(page, shown, 'C0GENERAL00')).toEqual([
      'Only visible to you, Concord: For you alone',
    ]);
  });
});
