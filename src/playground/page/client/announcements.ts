import type { PageState } from '../../page-api/page-protocol.ts';
import type { Message } from '../../state/messages.ts';

const isFinished = (message: Message): boolean => message.stream?.state !== 'in_progress';

/** A text without Slack's markup, as it is read aloud. */
const spoken = (text: string): string =>
  text
    .replaceAll(/<[^>|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();

/**
 * What others have said in a conversation between two states, each as `Name: text`. A streamed
 * message counts when it is finished; what the app shows to the person alone counts too.
 */
export function announcements(before: PageState, after: PageState, channel: string): string[] {
  if (before === after || before.me !== after.me) return [];
  const messagesOf = (page: PageState) =>
    page.conversations.find(({ id }) => id === channel)?.messages ?? [];
  const old = messagesOf(before);
  if (old === messagesOf(after) && before.ephemeral === after.ephemeral) return [];
  const wasFinished = new Set(old.filter(isFinished).map(({ ts }) => ts));
  const seen = new Set(before.ephemeral.map(({ ts }) => ts));
  const nameOf = (id: string): string =>
    after.people.find((person) => person.id === id)?.realName ?? 'Somebody';
  const said = messagesOf(after)
    .filter((message) => message.user !== after.me && isFinished(message))
    .filter(({ ts }) => !wasFinished.has(ts))
    .map(({ user, text }) => `${nameOf(user)}: ${spoken(text)}`);
  const shown = after.ephemeral
    .filter((message) => message.channel === channel && !seen.has(message.ts))
    .map(({ text }) => `Only visible to you, ${after.app.name}: ${spoken(text)}`);
  return [...said, ...shown];
}
