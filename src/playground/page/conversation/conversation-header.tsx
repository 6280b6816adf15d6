import type { PageConversation } from '../../page-api/page-protocol.ts';
import { isOutside } from '../client/people.ts';
import { formatRoute } from '../client/route.ts';
import { usePage } from '../client/use-page.ts';
import { Avatar } from '../shell/avatar.tsx';
import { ChannelIcon, channelNote } from '../sidebar/channel-icon.tsx';

/** What is looked at: name, what it is for, who is in it. */
export function ConversationHeader({ conversation }: { conversation: PageConversation }) {
  const { page } = usePage();
  const members = page.people.filter(({ id }) => conversation.memberIds.includes(id));
  const people = members.filter(({ isBot }) => !isBot).length;
  const outside = members.filter(isOutside).length;
  const other = members.find(({ id }) => id !== page.me);
  if (conversation.kind === 'direct') {
    return (
      <header className="conversation-header">
        <h2 className="conversation-title">
          <Avatar person={other} size="small" />
          {other?.realName}
        </h2>
        {other?.isBot && <AppTabs current="messages" />}
      </header>
    );
  }
  return (
    <header className="conversation-header">
      <h2 className="conversation-title" title={channelNote(conversation)}>
        <ChannelIcon channel={conversation} size={20} />
        {conversation.name}
      </h2>
      <p className="conversation-topic">{conversation.topic || conversation.purpose}</p>
      <p className="conversation-members">
        {outside > 0 && <span className="badge badge-outside">{outside} from outside</span>}
        <span>
          {people} {people === 1 ? 'person' : 'people'}
        </span>
      </p>
    </header>
  );
}

/** The two sides of the app: what was said, and its home. */
export function AppTabs({ current }: { current: 'messages' | 'home' }) {
  const tab = (name: string, id: 'messages' | 'home', href: string) => (
    <a className="app-tab" href={href} aria-current={current === id ? 'page' : undefined}>
      {name}
    </a>
  );
  return (
    <nav className="app-tabs" aria-label="App">
      {tab('Messages', 'messages', '#/app')}
      {tab('Home', 'home', formatRoute({ view: 'app-home' }))}
    </nav>
  );
}
