import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/playground/index.ts';
import { callMethod } from './support/call-method.ts';
import { readReference } from './support/read-reference.ts';
import { undocumented, unknownKeys } from './support/unknown-keys.ts';
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
