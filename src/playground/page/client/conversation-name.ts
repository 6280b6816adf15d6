import type { PageConversation, PageState } from '../../page-api/page-protocol.ts';

/** What a conversation is called: `#general`, or the name of whom a direct message is with. */
export function conversationName(page: PageState, conversation: PageConversation): string {
  if (conversation.kind !== 'direct') return `#${conversation.name}`;
  const other = page.people.find(({ id }) => id !== page.me && conversation.memberIds.includes(id));
  return other?.realName ?? 'Somebody';
}
