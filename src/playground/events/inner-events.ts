import type { Change } from '../state/change.ts';
import { isMember } from '../state/find.ts';
import type { Workspace } from '../state/workspace.ts';
import { presentGroup, presentUser } from '../wire/present-user.ts';
import { presentView } from '../wire/present-view.ts';
import { heard, type InnerEvent, inConversation, workspaceWide } from './inner-event.ts';
import { messageChanged, messageDeleted, messagePosted } from './message-events.ts';

const letters = { public: 'C', private: 'G', direct: 'D' } as const;

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
      return messagePosted(workspace, change.message);
    case 'message-changed':
      return messageChanged(workspace, change.message, change.before);
    case 'message-deleted':
      return messageDeleted(workspace, change.message);
    case 'member-joined':
    case 'member-left':
      return membership(workspace, change);
    case 'reaction-added':
    case 'reaction-removed':
      return reaction(workspace, change);
    case 'file-shared':
      return inConversation(heard(workspace, change.channel), [
        {
          type: 'file_shared',
          file_id: change.file,
          user_id: change.user,
          file: { id: change.file },
          channel_id: change.channel,
          event_ts: workspace.nextTs(),
        },
      ]);
    case 'home-opened':
      return homeOpened(workspace, change);
    case 'context-changed':
      return workspaceWide({
        type: 'app_context_changed',
        user: change.user,
        channel: change.channel,
        context: { entities: [{ type: 'slack#/types/channel_id', value: change.shown }] },
        event_ts: workspace.nextTs(),
      });
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
