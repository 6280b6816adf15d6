import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { readReference } from './support/read-reference.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { undocumented, unknownKeys } from './support/unknown-keys.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const general = 'C0GENERAL00';

const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
const modal = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Form' },
  submit: { type: 'plain_text', text: 'Send' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: { type: 'plain_text', text: 'Name' },
      element: { type: 'plain_text_input', action_id: 'name', initial_value: 'x' },
    },
  ],
};

const triggerOf = (envelope: { payload: Record<string, unknown> } | undefined): string =>
  String(envelope?.payload.trigger_id);

/** What a person does, the recorded shape of it, and what it must have. */
const interactions: [file: string, act: (slack: LocalSlack) => Promise<unknown>, string[]][] = [
  [
    'BlockActionPayload',
    async (slack) => {
      const blocks = [{ type: 'actions', block_id: 'a', elements: [button] }];
      const values = { channel: general, text: 'a', blocks };
      const { body } = await callMethod(slack, 'chat.postMessage', values);
      await slack.actAs('amira').clickButton('#general', String(body.ts), 'go');
    },
    ['user', 'container', 'trigger_id', 'channel', 'message', 'response_url', 'actions', 'state'],
  ],
  [
    'SlashCommandPayload',
    (slack) => slack.actAs('amira').slash('/concord', 'help', '#general'),
    ['command', 'text', 'user_id', 'channel_id', 'trigger_id', 'response_url'],
  ],
  [
    'MessageShortcutPayload',
    async (slack) => {
      const { ts } = await slack.actAs('amira').post('#general', 'hello');
      await slack.actAs('amira').messageShortcut('summarise', '#general', ts);
    },
    ['callback_id', 'trigger_id', 'message_ts', 'channel', 'message', 'response_url', 'user'],
  ],
  ['ViewSubmissionPayload', (slack) => slack.actAs('amira').submitView(), ['view', 'trigger_id']],
  ['ViewClosedPayload', (slack) => slack.actAs('amira').closeView(), ['view', 'is_cleared']],
];

describe('interactions have the shape of Slack’s', () => {
  it.for(interactions)('like %s', async ([file, act, required], context) => {
    const recorded = readReference(`interactivity/${file}.json`, context);
    const slack = await start();
    const app = await connectSocketApp(slack, { acknowledges: true });
    if (file.startsWith('View')) {
      await slack.actAs('amira').globalShortcut('open');
      const values = { trigger_id: triggerOf(app.received[0]), view: modal };
      expect((await callMethod(slack, 'views.open', values)).body).toMatchObject({ ok: true });
    }
    await act(slack);
    const sent = app.received.findLast(({ type }) => type !== 'events_api');
    expect(Object.keys(sent?.payload ?? {})).toEqual(expect.arrayContaining(required));
    expect(undocumented(unknownKeys(sent?.payload, recorded))).toEqual([]);
    await app.close();
  });
});
