import { describe, expect, test } from 'vitest';
import { readIncomingMessage } from '../../../src/slack/incoming/incoming-message.ts';

const ownUser = 'UCONCORD';

function body(event: Record<string, unknown>, outer: Record<string, unknown> = {}): unknown {
  return {
    type: 'event_callback',
    event_id: 'Ev1',
    event: { type: 'message', channel: 'C1', user: 'U1', text: 'How?', ts: '2.000000', ...event },
    ...outer,
  };
}

const kindOf = (event: Record<string, unknown>) => readIncomingMessage(body(event), ownUser)?.kind;
const inThread = { thread_ts: '1.000000' };

describe('an event is read as', () => {
  test.each([
    ['direct, in a direct message', { channel_type: 'im' }, 'direct'],
    ['direct, in a thread of one', { channel_type: 'im', ...inThread }, 'direct'],
    ['a mention', { type: 'app_mention', text: '<@UCONCORD> how?' }, 'mention'],
    ['a mention in a thread', { type: 'app_mention', ...inThread }, 'mention'],
    ['a reply in a thread', inThread, 'thread-reply'],
    [
      'a reply that is shown in the channel, too',
      { ...inThread, subtype: 'thread_broadcast' },
      'thread-reply',
    ],
    ['a reply with a file', { ...inThread, subtype: 'file_share' }, 'thread-reply'],
    ['nothing for us, in a channel', {}, 'unaddressed'],
    ['nothing for us, at the root of a thread', { thread_ts: '2.000000' }, 'unaddressed'],
    [
      'nothing for us, when it also comes as a mention',
      { ...inThread, text: 'a <@UCONCORD> b' },
      'unaddressed',
    ],
    [
      'nothing for us, when it is for somebody else',
      { ...inThread, text: '<@U2|tom> and you?' },
      'unaddressed',
    ],
    [
      'nothing for us, when it is for a group',
      { ...inThread, text: '<!subteam^S1|@leads>?' },
      'unaddressed',
    ],
  ])('%s', (_name, event, kind) => {
    expect(kindOf(event)).toBe(kind);
  });

  test('the thread it belongs to or starts', () => {
    expect(readIncomingMessage(body({}), ownUser)?.thread).toBe('2.000000');
    expect(readIncomingMessage(body(inThread), ownUser)?.thread).toBe('1.000000');
  });
});

describe('nothing is read from', () => {
  test.each([
    ['its own message', body({ user: ownUser })],
    ['an app’s message', body({ bot_id: 'B1' })],
    ['an app’s message of the old kind', body({ subtype: 'bot_message' })],
    ['an edit', body({ subtype: 'message_changed' })],
    ['a deletion', body({ subtype: 'message_deleted' })],
    ['a join', body({ subtype: 'channel_join' })],
    ['something hidden', body({ hidden: true })],
    ['a message of nobody', body({ user: undefined })],
    ['another event', body({ type: 'reaction_added' })],
    ['an event without an id', body({}, { event_id: undefined })],
    ['a command', { command: '/concord', text: 'How?' }],
    ['a time that is none', body({ ts: '' })],
    ['nonsense', 'nonsense'],
    ['nothing', null],
  ])('%s', (_name, value) => {
    expect(readIncomingMessage(value, ownUser)).toBeNull();
  });
});
