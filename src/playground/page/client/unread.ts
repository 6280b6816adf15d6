import type { PageConversation } from '../../page-api/page-protocol.ts';
import type { PersonGroup } from '../../state/people.ts';

export interface Unread {
  /** Somebody has said something since the person looked. */
  isUnread: boolean;
  /** How much of it is meant for them: mentions in channels, everything in direct messages. */
  count: number;
}

/** Whether a text speaks to the person: by name, through one of their groups, or to everybody. */
export function mentions(text: string, me: string, groups: readonly PersonGroup[]): boolean {
  if (text.includes(`<@${me}>`) || text.includes(`<@${me}|`)) return true;
  if (/<!(?:channel|here|everyone)(?:\||>)/.test(text)) return true;
  return groups.some(
    (group) => group.userIds.includes(me) && text.includes(`<!subteam^${group.id}`),
  );
}

/** What the person has not seen of a conversation; replies in a channel's threads do not count. */
export function unreadOf(
  conversation: PageConversation,
  me: string,
  groups: readonly PersonGroup[],
): Unread {
  if (!conversation.isMember || conversation.isArchived) return { isUnread: false, count: 0 };
  const isDirect = conversation.kind === 'direct';
  const unseen = conversation.messages.filter(
    (message) =>
      message.user !== me &&
      message.subtype === null &&
      message.ts > (conversation.lastRead ?? '') &&
      (isDirect || message.threadTs === null || message.isBroadcast),
  );
  const meant = isDirect ? unseen : unseen.filter((message) => mentions(message.text, me, groups));
  return { isUnread: unseen.length > 0, count: meant.length };
}
