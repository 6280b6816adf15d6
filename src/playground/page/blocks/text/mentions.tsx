import { conversationRoute, formatRoute } from '../../client/route.ts';
import { usePage } from '../../client/use-page.ts';

/** A person's name, marked when it is the reader's own. */
export function UserMention({ id, label = '' }: { id: string; label?: string }) {
  const { page } = usePage();
  const person = page.people.find((candidate) => candidate.id === id);
  return (
    <span className={id === page.me ? 'mention mention-me' : 'mention'}>
      @{person?.realName ?? (label || 'someone who is not here')}
    </span>
  );
}

/** A user group's handle, marked for those who are in it. */
export function GroupMention({ id, label = '' }: { id: string; label?: string }) {
  const { page } = usePage();
  const group = page.groups.find((candidate) => candidate.id === id);
  const isMine = group?.userIds.includes(page.me) === true;
  const name = group?.handle ?? (label.replace(/^@/, '') || 'group');
  return <span className={isMine ? 'mention mention-me' : 'mention'}>@{name}</span>;
}

/** `@channel`, `@here`, `@everyone`. */
export function BroadcastMention({ range }: { range: string }) {
  return <span className="mention mention-me">@{range}</span>;
}

/** A channel's name, leading there; one that the reader may not see says no more than that. */
export function ChannelMention({ id, label = '' }: { id: string; label?: string }) {
  const { page } = usePage();
  const channel = page.conversations.find((candidate) => candidate.id === id);
  if (channel === undefined || channel.name === '') {
    return <span className="mention">#{label || 'private channel'}</span>;
  }
  return (
    <a className="mention" href={formatRoute(conversationRoute(id))}>
      #{channel.name}
    </a>
  );
}
