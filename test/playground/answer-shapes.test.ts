import { describe, expect, it } from 'vitest';
import { callMethod } from './support/call-method.ts';
import { readReference } from './support/read-reference.ts';
import { unknownKeys } from './support/unknown-keys.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const general = 'C0GENERAL00';

const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
const user = 'U0AMIRA0000';
const blocks = [
  { type: 'section', text: { type: 'mrkdwn', text: 'a' }, accessory: button },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'a' }] },
];

/** A call whose answer is compared with what was recorded of Slack. */
const calls: [method: string, values: Record<string, unknown>][] = [
  ['auth.test', {}],
  ['chat.postMessage', { channel: general, text: 'a', blocks }],
  [
    'chat.postMessage',
    { channel: general, text: 'a', metadata: { event_type: 'a', event_payload: { b: 1 } } },
  ],
  ['chat.postMessage', { channel: general, text: 'a', blocks: [{ type: 'header' }] }],
  ['chat.postEphemeral', { channel: general, user, text: 'a' }],
  ['conversations.info', { channel: 'C0WITHNEIGH', include_num_members: true }],
  ['conversations.list', { types: 'public_channel,private_channel,im' }],
  ['conversations.members', { channel: general }],
  ['conversations.open', { users: user, return_im: true }],
  ['team.info', {}],
  ['usergroups.list', { include_users: true }],
  ['usergroups.users.list', { usergroup: 'S0LEADS0000' }],
  ['users.conversations', {}],
  ['users.info', { user }],
  ['users.info', { user: 'U0VIKTOR000' }],
  ['users.list', {}],
  ['views.publish', { user_id: user, view: { type: 'home', blocks } }],
];

describe('answers of the Web API have the shape of Slack’s', () => {
  it.for(calls)('%s %o', async ([method, values], context) => {
    const recorded = readReference(`api/${method}.json`, context);
    const slack = await start();
    const { body } = await callMethod(slack, method, values);
    expect(unknownKeys(body, recorded)).toEqual([]);
  });

  it.for([
    ['chat.update', { text: 'b', blocks }],
    ['chat.delete', {}],
    ['conversations.replies', { include_all_metadata: true }],
    ['chat.getPermalink', {}],
    ['reactions.add', { name: 'eyes' }],
  ] as [string, Record<string, unknown>][])('%s of a message', async ([method, more], context) => {
    const recorded = readReference(`api/${method}.json`, context);
    const slack = await start();
    const metadata = { event_type: 'a', event_payload: { b: 1 } };
    const first = { channel: general, text: 'a', blocks, metadata };
    const { body: root } = await callMethod(slack, 'chat.postMessage', first);
    await slack.actAs('tom').post('#general', 'b', { threadTs: String(root.ts) });
    await slack.actAs('tom').react('#general', String(root.ts), 'wave');
    const values = {
      channel: general,
      ts: root.ts,
      message_ts: root.ts,
      timestamp: root.ts,
      ...more,
    };
    const { body } = await callMethod(slack, method, values);
    expect(body.ok).toBe(true);
    expect(unknownKeys(body, recorded)).toEqual([]);
  });
});
