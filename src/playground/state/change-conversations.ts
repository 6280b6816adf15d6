import { postMessage } from './change-messages.ts';
import type { Conversation } from './conversations.ts';
import type { Workspace } from './workspace.ts';

export function findDirectMessage(workspace: Workspace, userId: string): Conversation | undefined {
  return Object.values(workspace.state.conversations).find(
    (conversation) => conversation.kind === 'direct' && conversation.memberIds[0] === userId,
  );
}

/** The direct message of a person with the app; made when there is none yet. */
export function openDirectMessage(workspace: Workspace, userId: string): Conversation {
  const existing = findDirectMessage(workspace, userId);
  if (existing !== undefined) return existing;
  const conversation: Conversation = {
    id: `D${userId.slice(1)}`,
    kind: 'direct',
    name: '',
    topic: '',
    purpose: '',
    creator: userId,
    created: workspace.seconds(),
    isGeneral: false,
    isArchived: false,
    isExternallyShared: workspace.state.people[userId]?.kind === 'external',
    connectedTeamIds: [],
    memberIds: [userId, workspace.state.app.botUserId],
    messages: [],
  };
  workspace.state.conversations[conversation.id] = conversation;
  workspace.announce({ type: 'conversation-opened', channel: conversation.id });
  return conversation;
}

/** Adds a member, and says so in the channel; nothing happens when they are one already. */
export function joinConversation(
  workspace: Workspace,
  conversation: Conversation,
  user: string,
  inviter: string | null,
): void {
  if (conversation.memberIds.includes(user)) return;
  conversation.memberIds.push(user);
  const text = `<@${user}> has joined the channel`;
  postMessage(workspace, conversation, { user, text, subtype: 'channel_join' });
  workspace.announce({ type: 'member-joined', channel: conversation.id, user, inviter });
}

/** Removes a member; nothing happens when they are none. */
export function leaveConversation(
  workspace: Workspace,
  conversation: Conversation,
  user: string,
): void {
  if (!conversation.memberIds.includes(user)) return;
  conversation.memberIds = conversation.memberIds.filter((id) => id !== user);
  workspace.announce({ type: 'member-left', channel: conversation.id, user, inviter: null });
}

export function archiveConversation(
  workspace: Workspace,
  conversation: Conversation,
  user: string,
): void {
  conversation.isArchived = true;
  workspace.announce({ type: 'channel-archived', channel: conversation.id, user });
}
