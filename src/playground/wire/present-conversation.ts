import type { Conversation } from '../state/conversations.ts';
import { isMember } from '../state/find.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WireObject } from './wire-object.ts';

const noTeams: string[] = [];

function presentDirectMessage(workspace: Workspace, conversation: Conversation): WireObject {
  return {
    id: conversation.id,
    created: conversation.created,
    is_archived: false,
    is_im: true,
    is_org_shared: false,
    context_team_id: workspace.state.team.id,
    updated: conversation.created * 1000,
    user: conversation.memberIds[0],
    is_user_deleted: workspace.state.people[conversation.memberIds[0] ?? '']?.deleted ?? false,
    priority: 0,
    ...(conversation.isExternallyShared && { is_shared: true, is_ext_shared: true }),
  };
}

/** A conversation as `conversations.info` and `conversations.list` show it. */
export function presentConversation(
  workspace: Workspace,
  conversation: Conversation,
  withMemberCount: boolean,
): WireObject {
  if (conversation.kind === 'direct') return presentDirectMessage(workspace, conversation);
  const { team, app } = workspace.state;
  const isPrivate = conversation.kind === 'private';
  const shared = conversation.isExternallyShared;
  return {
    id: conversation.id,
    name: conversation.name,
    // Private channels have been channels too since 2021; `is_group` marks those made before.
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    created: conversation.created,
    is_archived: conversation.isArchived,
    is_general: conversation.isGeneral,
    unlinked: 0,
    name_normalized: conversation.name,
    is_shared: shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: noTeams,
    context_team_id: team.id,
    updated: conversation.created * 1000,
    creator: conversation.creator,
    is_ext_shared: shared,
    shared_team_ids: [team.id, ...conversation.connectedTeamIds],
    internal_team_ids: noTeams,
    pending_connected_team_ids: noTeams,
    is_member: isMember(conversation, app.botUserId),
    topic: { value: conversation.topic, creator: '', last_set: 0 },
    purpose: {
      value: conversation.purpose,
      creator: conversation.creator,
      last_set: conversation.created,
    },
    previous_names: noTeams,
    ...(shared && { conversation_host_id: team.id }),
    ...(withMemberCount && { num_members: conversation.memberIds.length }),
  };
}
