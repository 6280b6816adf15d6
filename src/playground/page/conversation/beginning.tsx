import type { PageConversation } from '../../page-api/page-protocol.ts';
import { usePage } from '../client/use-page.ts';
import { Avatar } from '../shell/avatar.tsx';
import { ChannelIcon } from '../sidebar/channel-icon.tsx';

/** What stands above the first message: what this conversation is for. */
export function Beginning({ conversation }: { conversation: PageConversation }) {
  const { page } = usePage();
  const others = page.people.filter(
    ({ id }) => id !== page.me && conversation.memberIds.includes(id),
  );
  if (conversation.kind === 'direct') {
    const other = others[0];
    const words = other?.isBot
      ? page.app.description
      : `This is between you and ${other?.realName ?? 'somebody'}.`;
    return (
      <div className="beginning">
        <Avatar person={other} size="large" />
        <p className="beginning-name">{other?.realName}</p>
        <p className="beginning-words">{words}</p>
      </div>
    );
  }
  return (
    <div className="beginning">
      <p className="beginning-name">
        <ChannelIcon channel={conversation} size={26} />
        {conversation.name}
      </p>
      <p className="beginning-words">{conversation.purpose}</p>
    </div>
  );
}
