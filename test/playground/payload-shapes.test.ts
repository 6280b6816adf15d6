import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { readReference } from './support/read-reference.ts';
import { connectSocketApp } from './support/socket-app.ts';
import { unknownKeys } from './support/unknown-keys.ts';
import { useLocalSlack } from './support/use-local-slack.ts';

const start = useLocalSlack();
const general = 'C0GENERAL00';

const outerKeys = [
  'token',
  'team_id',
  'api_app_id',
  'event',
  'type',
  'event_id',
  'event_time',
  'authorizations',
  'is_ext_shared_channel',
  'event_context',
];
const messageKeys = ['type', 'user', 'text', 'ts', 'team', 'blocks', 'channel', 'event_ts'];

/** What makes an event happen, the recorded shape of it, and what it must have. */
const events: [
  type: string,
  file: string,
  provoke: (slack: LocalSlack) => Promise<unknown> | unknown,
  required: string[],
][] = [
  [
    'message',
    'Message',
    (slack) => slack.actAs('amira').directMessage('hello'),
    [...messageKeys, 'client_msg_id', 'channel_type'],
  ],
  [
    'message',
    'Message',
    async (slack) => {
      const { ts } = await slack.actAs('amira').post('#general', 'hello');
      const values = { channel: general, text: 'a', thread_ts: ts, blocks: [{ type: 'divider' }] };
      await callMethod(slack, 'chat.postMessage', values);
    },
    messageKeys,
  ],
  [
    'app_mention',
    'AppMention',
    async (slack) => {
      const { ts } = await slack.actAs('tom').post('#general', 'hello');
      await slack.actAs('amira').mention('#general', 'and you?', { threadTs: ts });
    },
    [...messageKeys, 'client_msg_id', 'thread_ts'],
  ],
  [
    'message',
    'MessageChanged',
    async (slack) => {
      const { ts } = await slack.actAs('amira').post('#general', 'hello');
      await slack.actAs('amira').edit('#general', ts, 'hello again');
    },
    ['subtype', 'channel', 'hidden', 'message', 'previous_message', 'ts', 'channel_type'],
  ],
  [
    'message',
    'MessageDeleted',
    async (slack) => {
      const { ts } = await slack.actAs('amira').post('#general', 'hello');
      await slack.actAs('amira').delete('#general', ts);
    },
    ['subtype', 'channel', 'hidden', 'deleted_ts', 'previous_message', 'ts', 'channel_type'],
  ],
  [
    'reaction_added',
    'ReactionAdded',
    async (slack) => {
      const { ts } = await slack.actAs('amira').post('#general', 'hello');
      await slack.actAs('tom').react('#general', ts, 'eyes');
    },
    ['user', 'item', 'reaction', 'item_user', 'event_ts'],
  ],
  [
    'member_joined_channel',
    'MemberJoinedChannel',
    (slack) => slack.administer.invite('#coffee', 'concord', 'tom'),
    ['user', 'channel', 'channel_type', 'team', 'event_ts', 'inviter'],
  ],
  [
    'member_left_channel',
    'MemberLeftChannel',
    (slack) => slack.administer.remove('#general', 'tom'),
    ['user', 'channel', 'channel_type', 'team', 'event_ts'],
  ],
  [
    'channel_archive',
    'ChannelArchive',
    (slack) => slack.administer.archive('#general', 'sofia'),
    ['channel', 'user', 'event_ts'],
  ],
  [
    'app_home_opened',
    'AppHomeOpened',
    async (slack) => {
      const view = { type: 'home', blocks: [{ type: 'divider' }] };
      await callMethod(slack, 'views.publish', { user_id: slack.actAs('amira').userId, view });
      await slack.actAs('amira').openHome();
    },
    ['user', 'channel', 'tab', 'event_ts', 'view'],
  ],
  [
    'user_change',
    'UserChange',
    (slack) => slack.administer.changePerson('viktor', { title: 'x' }),
    ['user', 'cache_ts', 'event_ts'],
  ],
  [
    'subteam_updated',
    'SubteamUpdated',
    (slack) => slack.administer.setGroupMembers('leads', ['leo', 'amira']),
    ['subteam', 'event_ts'],
  ],
  [
    'subteam_members_changed',
    'SubteamMembersChanged',
    (slack) => slack.administer.setGroupMembers('leads', ['amira']),
    ['subteam_id', 'team_id', 'added_users', 'removed_users', 'date_previous_update'],
  ],
  ['tokens_revoked', 'TokensRevoked', (slack) => slack.administer.uninstallApp(), ['tokens']],
  ['app_uninstalled', 'AppUninstalled', (slack) => slack.administer.uninstallApp(), []],
];

/** The recordings lack some keys that Slack documents: `event_ts` of every event, `view.blocks`. */
const documented = new Set(['.event.event_ts', '.event.view.blocks', '.view.blocks']);
const undocumented = (paths: string[]): string[] => paths.filter((path) => !documented.has(path));

describe('events have the shape of Slack’s', () => {
  it.each(events)('%s, like %s', async (type, _, provoke, required) => {
    const slack = await start();
    await provoke(slack);
    const sent = slack.workspace.events.findLast((event) => event.type === type);
    const payload = sent?.payload as { event: Record<string, unknown> };
    expect(Object.keys(payload)).toEqual(expect.arrayContaining(outerKeys));
    expect(Object.keys(payload.event)).toEqual(expect.arrayContaining(['type', ...required]));
  });

  it.for(events)('%s, with no key that %s lacks', async ([type, file, provoke], context) => {
    const recorded = readReference(`events/${file}.json`, context);
    const slack = await start();
    await provoke(slack);
    const sent = slack.workspace.events.findLast((event) => event.type === type);
    const unknown = unknownKeys(sent?.payload, recorded);
    expect(undocumented(unknown)).toEqual([]);
  });
});

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
