import type { Conversation } from '../../state/conversations.ts';
import { Icon } from '../shell/icon.tsx';

/** `#`, a lock or a box: what kind of channel it is. */
export function ChannelIcon({ channel, size = 18 }: { channel: Conversation; size?: number }) {
  if (channel.isArchived) return <Icon name="archive" size={size} />;
  return <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} size={size} />;
}

/** The same in words. */
export function channelNote(channel: Conversation): string {
  const kind = channel.kind === 'private' ? 'private channel' : 'public channel';
  const shared = channel.isExternallyShared ? ', shared with another organisation' : '';
  return `${channel.isArchived ? 'archived ' : ''}${kind}${shared}`;
}
