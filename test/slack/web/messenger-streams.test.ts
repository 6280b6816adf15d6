import { describe, expect, test } from 'vitest';
import { MessengerUnavailable } from '../../../src/messaging/index.ts';
import { silentLog } from '../../../src/observability/log.ts';
import { createMessenger } from '../../../src/slack/web/messenger.ts';
import { createScriptedWebApi } from '../../fakes/scripted-web-api.ts';

const sought = {
  channel: 'C1',
  thread: '1.000000',
  deliveryId: 'one',
  answers: '1.000000',
  createdAt: Date.UTC(2024, 0, 1),
};

function open(handlers: Parameters<typeof createScriptedWebApi>[0]) {
  const api = createScriptedWebApi(handlers);
  return { messenger: createMessenger(api.clients, silentLog), api };
}

describe('looking for a message that was begun', () => {
  const begun = (ts: string, more: object = {}) => ({
    ts,
    user: 'UOWN',
    streaming_state: 'in_progress',
    blocks: [{ type: 'section', block_id: 'made by Slack' }],
    ...more,
  });
  const find = (messages: object[]) =>
    open({
      'conversations.replies': () => ({ ok: true, messages }),
      'auth.test': () => ({ ok: true, user_id: 'UOWN' }),
    }).messenger.findUnfinished(sought);
  const marked = (deliveryId: string) => ({
    blocks: [{ type: 'section', block_id: `concord_delivery:${deliveryId}` }],
  });

  test('knows it by the mark of its delivery, whatever became of it', async () => {
    const own = begun('1.2', { ...marked('one'), streaming_state: 'completed' });
    expect(await find([begun('1.1', marked('two')), own])).toBe('1.2');
  });

  test('takes one of its own that is open and names no delivery, when none is marked', async () => {
    expect(await find([begun('1.1')])).toBe('1.1');
    expect(await find([begun('1.1', { streaming_state: 'errored' })])).toBe('1.1');
  });

  test.each([
    ['of another app', begun('1.1', { user: 'UOTHER' })],
    ['that is finished', begun('1.1', { streaming_state: 'completed' })],
    ['that never was streamed', begun('1.1', { streaming_state: undefined })],
    ['of another delivery', begun('1.1', marked('two'))],
    [
      'that names a delivery',
      begun('1.1', { metadata: { event_type: 'concord_delivery', event_payload: {} } }),
    ],
  ])('does not take one %s', async (_name, message) => {
    expect(await find([message])).toBeNull();
  });
});

describe('changing a message', () => {
  const change = {
    channel: 'C1',
    messageId: '2.000000',
    content: { text: 'Hello', blocks: [{ type: 'divider' }] },
  };

  test('ends a stream first when Slack asks for that, and carries the delivery’s id', async () => {
    let isStreaming = true;
    const { messenger, api } = open({
      'chat.update': () =>
        isStreaming ? { ok: false, error: 'streaming_state_conflict' } : { ok: true },
      'chat.stopStream': () => {
        isStreaming = false;
        return { ok: true };
      },
    });
    expect(await messenger.update({ ...change, deliveryId: 'one' })).toBe(true);
    expect(api.calls.map(({ method }) => method)).toEqual([
      'chat.update',
      'chat.stopStream',
      'chat.update',
    ]);
    expect(api.calls[2]?.arguments.metadata).toContain('"delivery_id":"one"');
  });

  test('shortens a text that Slack would refuse, never in the middle of a character', async () => {
    const { messenger, api } = open({ 'chat.update': () => ({ ok: true }) });
    const text = `${'x'.repeat(3_998)}😀 and more`;
    await messenger.update({ ...change, content: { text, blocks: [] } });
    expect(api.calls[0]?.arguments.text).toBe(`${'x'.repeat(3_998)}…`);
  });

  test('can be repeated, so no failure leaves open what happened', async () => {
    const failing = () => ({ ok: false, error: 'internal_error' });
    const { messenger } = open({ 'chat.update': failing, 'chat.delete': failing });
    await expect(messenger.update(change)).rejects.toBeInstanceOf(MessengerUnavailable);
    await expect(messenger.remove(change)).rejects.toBeInstanceOf(MessengerUnavailable);
  });
});
