import { describe, expect, test } from 'vitest';
import {
  MessageOutcomeUnknown,
  MessageRateLimited,
  MessageRejected,
  MessengerUnavailable,
} from '../../../src/messaging/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { createMessenger } from '../../../src/slack/web/messenger.ts';
import { createScriptedWebApi } from '../../fakes/scripted-web-api.ts';

const message = {
  channel: 'C1',
  thread: '1.000000',
  deliveryId: 'one',
  content: { text: 'Hello', blocks: [{ type: 'divider' }] },
};
const sought = { ...message, answers: '1.000000', createdAt: Date.UTC(2024, 0, 1) };

function open(handlers: Parameters<typeof createScriptedWebApi>[0]) {
  const api = createScriptedWebApi(handlers);
  return { messenger: createMessenger(api.clients, silentLog), api };
}

function refused(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

describe('posting', () => {
  test('sends text, blocks and the delivery’s id, and lets nothing unfurl', async () => {
    const { messenger, api } = open({ 'chat.postMessage': () => ({ ok: true, ts: '2.000000' }) });
    expect(await messenger.post(message)).toBe('2.000000');
    expect(api.calls).toEqual([
      {
        method: 'chat.postMessage',
        arguments: {
          channel: 'C1',
          thread_ts: '1.000000',
          text: 'Hello',
          blocks: '[{"type":"divider"}]',
          unfurl_links: 'false',
          unfurl_media: 'false',
          metadata: '{"event_type":"concord_delivery","event_payload":{"delivery_id":"one"}}',
        },
      },
    ]);
  });

  const status =
    (code: number, headers = {}) =>
    () =>
      new Response('', { status: code, headers });
  const error = (code: string) => () => ({ ok: false, error: code });
  const broken = (code: string) => () => {
    throw refused(code);
  };

  test.each([
    ['an error of the server', status(503), MessageOutcomeUnknown],
    ['a time-out on the way', status(504), MessageOutcomeUnknown],
    ['Slack’s own trouble', error('internal_error'), MessageOutcomeUnknown],
    ['a connection cut', broken('ECONNRESET'), MessageOutcomeUnknown],
    ['a socket closed', broken('UND_ERR_SOCKET'), MessageOutcomeUnknown],
    [
      'an answer that is none',
      () => new Response('<html>', { status: 200 }),
      MessageOutcomeUnknown,
    ],
    ['no connection', broken('ECONNREFUSED'), MessengerUnavailable],
    ['no name', broken('ENOTFOUND'), MessengerUnavailable],
    ['a proxy that refuses', status(407), MessengerUnavailable],
    ['a rate limit', status(429, { 'retry-after': '7' }), MessageRateLimited],
    ['a rate limit as a code', error('ratelimited'), MessageRateLimited],
    ['an archived channel', error('is_archived'), MessageRejected],
    ['a channel Concord is not in', error('not_in_channel'), MessageRejected],
    ['a token taken away, which can be given back', error('token_revoked'), MessengerUnavailable],
    ['a text that is too long', error('msg_too_long'), MessageRejected],
  ])('tells apart %s, and makes one request', async (_name, handler, expected) => {
    const { messenger, api } = open({ 'chat.postMessage': handler });
    await expect(messenger.post(message)).rejects.toBeInstanceOf(expected);
    expect(api.calls).toHaveLength(1);
  });

  test('knows how long to wait, and whether another message could be posted', async () => {
    const limited = open({ 'chat.postMessage': status(429, { 'retry-after': '7' }) });
    await expect(limited.messenger.post(message)).rejects.toMatchObject({ retryAfterMs: 7_000 });
    const archived = open({ 'chat.postMessage': error('is_archived') });
    await expect(archived.messenger.post(message)).rejects.toMatchObject({
      reason: 'is_archived',
      contentAtFault: false,
    });
    const text = open({ 'chat.postMessage': error('msg_too_long') });
    await expect(text.messenger.post(message)).rejects.toMatchObject({ contentAtFault: true });
  });

  test('sends the text alone when Slack refuses the blocks', async () => {
    const { messenger, api } = open({
      'chat.postMessage': ({ blocks }) =>
        blocks === '[]' ? { ok: true, ts: '5.000' } : { ok: false, error: 'invalid_blocks' },
    });
    expect(await messenger.post(message)).toBe('5.000');
    expect(api.calls).toHaveLength(2);
    expect(api.calls[1]?.arguments).toMatchObject({ text: message.content.text });
  });

  test('that takes too long leaves it open whether it was posted', async () => {
    const { messenger } = open({
      'chat.postMessage': () => {
        throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      },
    });
    await expect(messenger.post(message)).rejects.toBeInstanceOf(MessageOutcomeUnknown);
  });
});

describe('looking for a message', () => {
  const own = { event_type: 'concord_delivery', event_payload: { delivery_id: 'one' } };

  test('reads page after page, from the message it answers on', async () => {
    const { messenger, api } = open({
      'conversations.replies': ({ cursor }) =>
        cursor === undefined
          ? { ok: true, messages: [{ ts: '1.1' }], response_metadata: { next_cursor: 'next' } }
          : { ok: true, messages: [{ ts: '1.2', metadata: own }] },
    });
    expect(await messenger.find(sought)).toBe('1.2');
    expect(api.calls.map((call) => call.arguments)).toEqual([
      expect.objectContaining({ ts: '1.000000', oldest: '1.000000', include_all_metadata: 'true' }),
      expect.objectContaining({ cursor: 'next' }),
    ]);
  });

  test('in a channel goes back to when it was prepared, and a little further', async () => {
    const { messenger, api } = open({
      'conversations.history': () => ({ ok: true, messages: [] }),
    });
    expect(await messenger.find({ ...sought, thread: null, answers: null })).toBeNull();
    expect(api.calls[0]?.arguments).toMatchObject({ oldest: '1704066300.000000' });
  });

  test('is not misled by the metadata of others', async () => {
    const { messenger } = open({
      'conversations.replies': () => ({
        ok: true,
        messages: [
          { ts: '1.1', metadata: { ...own, event_type: 'other' } },
          { ts: '1.2', metadata: { event_type: 'concord_delivery', event_payload: {} } },
          { ts: '1.3', metadata: 'nonsense' },
          {
            ts: '1.4',
            metadata: { event_type: 'concord_delivery', event_payload: { delivery_id: 'two' } },
          },
        ],
      }),
    });
    expect(await messenger.find(sought)).toBeNull();
  });

  test('never takes a failure for an absence', async () => {
    for (const handler of [
      () => ({ ok: false, error: 'internal_error' }),
      () => new Response('', { status: 500 }),
      () => ({ ok: true, messages: 'nonsense' }),
    ]) {
      const { messenger } = open({ 'conversations.replies': handler });
      await expect(messenger.find(sought)).rejects.toBeInstanceOf(MessengerUnavailable);
    }
    const missing = open({
      'conversations.replies': () => ({ ok: false, error: 'missing_scope' }),
    });
    await expect(missing.messenger.find(sought)).rejects.toBeInstanceOf(MessengerUnavailable);
  });

  test('ends, even if the history does not', async () => {
    const { messenger, api } = open({
      'conversations.replies': () => ({
        ok: true,
        messages: [],
        response_metadata: { next_cursor: 'again' },
      }),
    });
    await expect(messenger.find(sought)).rejects.toBeInstanceOf(MessengerUnavailable);
    expect(api.calls).toHaveLength(50);
  });
});
