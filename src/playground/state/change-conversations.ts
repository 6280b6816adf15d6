import { postMessage } from './change-messages.ts';
import type { Conversation } from './conversations.ts';
import type { Workspace } from './workspace.ts';

/** The direct message of a person with the app; undefined when there is none. */
export function findDirectMessage(workspace: Workspace, userId: string): Conversation | undefined {
  const { botUserId } = workspace.state.app;
  return Object.values(workspace.state.conversations).find(
    ({ kind, memberIds }) =>
      kind === 'direct' && memberIds[0] === userId && memberIds.includes(botUserId),
  );
}

/** The direct message of a person with the app; made when there is none yet. */
export function openDirectMessage(workspace: Workspace, userId: string): Conversation {
  const existing = findDirectMessage(workspace, userId);
  if (existing !== undefined) return existing;
  return addDirectMessage(workspace, `D${userId.slice(1)}`, [
    userId,
    workspace.state.app.botUserId,
  ]);
}

/** The direct message of two people, which the app does not see; made when there is none yet. */
export function openDirectMessageBetween(
  workspace: Workspace,
  one: string,
  other: string,
): Conversation {
  const existing = Object.values(workspace.state.conversations).find(
    ({ kind, memberIds }) =>
      kind === 'direct' && memberIds.includes(one) && memberIds.includes(other),
  );
  return existing ?? addDirectMessage(workspace, workspace.nextId('D'), [one, other]);
}

function addDirectMessage(workspace: Workspace, id: string, memberIds: string[]): Conversation {
  const { people } = workspace.state;
  const conversation: Conversation = {
    id,
    kind: 'direct',
    name: '',
    topic: '',
    purpose: '',
    creator: memberIds[0] ?? '',
    created: workspace.seconds(),
    isGeneral: false,
    isArchived: false,
    isExternallyShared: memberIds.some((member) => people[member]?.kind === 'external'),
    connectedTeamIds: [],
    memberIds,
    messages: [],
  };
  workspace.state.conversations[id] = conversation;
  workspace.announce({ type: 'conversation-opened', channel: id });
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
