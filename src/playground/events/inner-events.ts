import type { Change } from '../state/change.ts';
import type { Conversation } from '../state/conversations.ts';
import { isMember } from '../state/find.ts';
import type { Message } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { presentMessage, presentThreadSummary, type WireObject } from '../wire/present-message.ts';
import { presentGroup, presentUser } from '../wire/present-user.ts';
import { presentView } from '../wire/present-view.ts';

/** An event with what the outer payload has to know of it. */
export interface InnerEvent {
  event: WireObject & { type: string };
  isExternallyShared: boolean;
}

const channelTypes = { public: 'channel', private: 'group', direct: 'im' } as const;
const letters = { public: 'C', private: 'G', direct: 'D' } as const;

/** A conversation whose events the app gets: one it is a member of. */
function heard(workspace: Workspace, channel: string): Conversation | undefined {
  const conversation = workspace.state.conversations[channel];
  if (conversation === undefined) return undefined;
  return isMember(conversation, workspace.state.app.botUserId) ? conversation : undefined;
}

function inConversation(
  conversation: Conversation | undefined,
  events: (WireObject & { type: string })[],
): InnerEvent[] {
  if (conversation === undefined) return [];
  const { isExternallyShared } = conversation;
  return events.map((event) => ({ event, isExternallyShared }));
}

function posted(workspace: Workspace, message: Message): InnerEvent[] {
  const conversation = heard(workspace, message.channel);
  if (conversation === undefined) return [];
  const { botUserId } = workspace.state.app;
  const place = { channel: conversation.id, event_ts: message.ts };
  const content: WireObject = { ...presentMessage(workspace, message), ...place };
  const channelType = channelTypes[conversation.kind];
  const events: (WireObject & { type: string })[] = [
    { ...content, channel_type: channelType, type: 'message' },
  ];
  const isMention =
    conversation.kind !== 'direct' &&
    message.user !== botUserId &&
    new RegExp(`<@${botUserId}(\\|[^>]*)?>`).test(message.text);
  const { parent_user_id: _, ...mention } = content;
  if (isMention) events.unshift({ ...mention, type: 'app_mention' });
  return inConversation(conversation, events);
}

function changed(workspace: Workspace, message: Message, before: Message): InnerEvent[] {
  const conversation = heard(workspace, message.channel);
  if (conversation === undefined) return [];
  const ts = workspace.nextTs();
  const full = (version: Message): WireObject => ({
    ...presentMessage(workspace, version),
    ...presentThreadSummary(workspace, version),
  });
  return inConversation(conversation, [
    {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: conversation.id,
      channel_type: channelTypes[conversation.kind],
      message: { ...full(message), source_team: workspace.state.team.id },
      previous_message: full(before),
      ts,
      event_ts: ts,
    },
  ]);
}

function deleted(workspace: Workspace, message: Message): InnerEvent[] {
  const conversation = heard(workspace, message.channel);
  if (conversation === undefined) return [];
  const ts = workspace.nextTs();
  return inConversation(conversation, [
    {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      channel: conversation.id,
      channel_type: channelTypes[conversation.kind],
      deleted_ts: message.ts,
      previous_message: presentMessage(workspace, message),
      ts,
      event_ts: ts,
    },
  ]);
}

function membership(
  workspace: Workspace,
  change: Extract<Change, { type: 'member-joined' | 'member-left' }>,
): InnerEvent[] {
  const conversation = workspace.state.conversations[change.channel];
  if (conversation === undefined || conversation.kind === 'direct') return [];
  const isBot = change.user === workspace.state.app.botUserId;
  if (!isBot && !isMember(conversation, workspace.state.app.botUserId)) return [];
  return inConversation(conversation, [
    {
      type: change.type === 'member-joined' ? 'member_joined_channel' : 'member_left_channel',
      user: change.user,
      channel: conversation.id,
      channel_type: letters[conversation.kind],
      team: workspace.state.people[change.user]?.teamId ?? workspace.state.team.id,
      ...(change.inviter !== null && { inviter: change.inviter }),
      event_ts: workspace.nextTs(),
    },
  ]);
}

function reaction(
  workspace: Workspace,
  change: Extract<Change, { type: 'reaction-added' | 'reaction-removed' }>,
): InnerEvent[] {
  const { message } = change;
  return inConversation(heard(workspace, message.channel), [
    {
      type: change.type === 'reaction-added' ? 'reaction_added' : 'reaction_removed',
      user: change.user,
      reaction: change.name,
      item: { type: 'message', channel: message.channel, ts: message.ts },
      item_user: message.user,
      event_ts: workspace.nextTs(),
    },
  ]);
}

const workspaceWide = (event: WireObject & { type: string }): InnerEvent[] => [
  { event, isExternallyShared: false },
];

function homeOpened(
  workspace: Workspace,
  change: Extract<Change, { type: 'home-opened' }>,
): InnerEvent[] {
  const view = workspace.state.views[workspace.state.homeViews[change.user] ?? ''];
  return workspaceWide({
    type: 'app_home_opened',
    user: change.user,
    channel: change.channel,
    tab: change.tab,
    ...(change.tab === 'home' && view !== undefined && { view: presentView(workspace, view) }),
    event_ts: workspace.nextTs(),
  });
}

function personChanged(workspace: Workspace, user: string): InnerEvent[] {
  const person = workspace.state.people[user];
  if (person === undefined) return [];
  return workspaceWide({
    type: 'user_change',
    user: presentUser(workspace, person),
    cache_ts: workspace.seconds(),
    event_ts: workspace.nextTs(),
  });
}

function groupChanged(
  workspace: Workspace,
  change: Extract<Change, { type: 'group-changed' }>,
): InnerEvent[] {
  const group = workspace.state.groups[change.group];
  if (group === undefined) return [];
  return [
    ...workspaceWide({
      type: 'subteam_updated',
      subteam: presentGroup(workspace, group, true),
      event_ts: workspace.nextTs(),
    }),
    ...workspaceWide({
      type: 'subteam_members_changed',
      subteam_id: group.id,
      team_id: workspace.state.team.id,
      date_previous_update: change.before,
      date_update: group.updated,
      added_users: change.added,
      added_users_count: change.added.length,
      removed_users: change.removed,
      removed_users_count: change.removed.length,
      event_ts: workspace.nextTs(),
    }),
  ];
}

/** The events that Slack sends the app when something happens; none for most of what it shows. */
export function innerEvents(workspace: Workspace, change: Change): InnerEvent[] {
  switch (change.type) {
    case 'message-posted':
      return posted(workspace, change.message);
    case 'message-changed':
      return changed(workspace, change.message, change.before);
    case 'message-deleted':
      return deleted(workspace, change.message);
    case 'member-joined':
    case 'member-left':
      return membership(workspace, change);
    case 'reaction-added':
    case 'reaction-removed':
      return reaction(workspace, change);
    case 'home-opened':
      return homeOpened(workspace, change);
    case 'person-changed':
      return personChanged(workspace, change.user);
    case 'group-changed':
      return groupChanged(workspace, change);
    case 'channel-archived':
      return inConversation(heard(workspace, change.channel), [
        {
          type: 'channel_archive',
          channel: change.channel,
          user: change.user,
          is_moved: 0,
          event_ts: workspace.nextTs(),
        },
      ]);
    case 'agent-session-stopped':
      return workspaceWide({
        type: 'agent_session_stopped',
        channel: change.channel,
        user: change.user,
        thread_ts: change.threadTs,
        streaming_message_ts: change.streams,
        event_ts: workspace.nextTs(),
      });
    case 'app-uninstalled':
      return [
        ...workspaceWide({
          type: 'tokens_revoked',
          tokens: { oauth: [], bot: [workspace.state.app.botUserId] },
        }),
        ...workspaceWide({ type: 'app_uninstalled' }),
      ];
    default:
      return [];
  }
}
