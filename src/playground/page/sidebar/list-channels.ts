import type { PageConversation } from '../../page-api/page-protocol.ts';

/** What the sidebar lists, each part in its order. */
export interface ChannelLists {
  /** Channels the person is in, by name. */
  channels: PageConversation[];
  /** Those that were closed, by name. */
  archived: PageConversation[];
  /** Direct messages with people. */
  direct: PageConversation[];
  /** The conversation with the app. */
  app: PageConversation | undefined;
  /** Channels the person could join, by name. */
  joinable: PageConversation[];
}

const byName = (a: PageConversation, b: PageConversation): number => a.name.localeCompare(b.name);

/** Sorts the person's conversations into what the sidebar shows. */
export function listChannels(
  conversations: readonly PageConversation[],
  botUserId: string,
): ChannelLists {
  const isWithApp = (conversation: PageConversation): boolean =>
    conversation.kind === 'direct' && conversation.memberIds.includes(botUserId);
  const named = conversations.filter(({ kind }) => kind !== 'direct').toSorted(byName);
  const mine = named.filter(({ isMember }) => isMember);
  return {
    channels: mine.filter(({ isArchived }) => !isArchived),
    archived: mine.filter(({ isArchived }) => isArchived),
    direct: conversations.filter((one) => one.kind === 'direct' && !isWithApp(one)),
    app: conversations.find(isWithApp),
    joinable: named.filter(({ isMember, isArchived }) => !isMember && !isArchived),
  };
}
