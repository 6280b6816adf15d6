import type { PageConversation } from '../../page-api/page-protocol.ts';
import { appRoute, conversationRoute, type Route } from '../client/route.ts';
import { unreadOf } from '../client/unread.ts';
import { usePage } from '../client/use-page.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Icon } from '../shell/icon.tsx';
import { useArrowKeys } from '../shell/use-arrow-keys.ts';
import { ChannelIcon, channelNote } from './channel-icon.tsx';
import { listChannels } from './list-channels.ts';
import { SidebarLink } from './sidebar-link.tsx';

export interface SidebarProps {
  route: Route;
  /** Called when something was chosen. */
  onFollow(): void;
}

/** Everything that can be looked at: the app, channels, direct messages. */
export function Sidebar({ route, onFollow }: SidebarProps) {
  const { page } = usePage();
  const { channels, archived, direct, app, joinable } = listChannels(
    page.conversations,
    page.app.botUserId,
  );
  const isAt = (...ids: (string | undefined)[]): boolean =>
    route.view === 'conversation' && ids.includes(route.channel);
  const onKeyDown = useArrowKeys('a, summary');

  const link = (channel: PageConversation) => (
    <SidebarLink
      key={channel.id}
      route={conversationRoute(channel.id)}
      isCurrent={isAt(channel.id)}
      icon={<ChannelIcon channel={channel} />}
      name={channel.name}
      unread={unreadOf(channel, page.me, page.groups)}
      note={channelNote(channel)}
      marks={
        channel.isExternallyShared && (
          <span className="sidebar-mark" title="Shared with another organisation">
            <Icon name="shared" size={16} />
          </span>
        )
      }
      onFollow={onFollow}
    />
  );

  return (
    <nav className="sidebar" aria-label="Channels and messages" onKeyDown={onKeyDown}>
      <h2 className="sidebar-heading sidebar-app">
        <Avatar person={page.people.find(({ id }) => id === page.app.botUserId)} size="small" />
        {page.app.name}
      </h2>
      <ul>
        <SidebarLink
          route={appRoute}
          isCurrent={isAt('app', app?.id)}
          icon={<Icon name="message" size={18} />}
          name="Messages"
          unread={app && unreadOf(app, page.me, page.groups)}
          onFollow={onFollow}
        />
        <SidebarLink
          route={{ view: 'app-home' }}
          isCurrent={route.view === 'app-home'}
          icon={<Icon name="home" size={18} />}
          name="Home"
          onFollow={onFollow}
        />
      </ul>
      <h2 className="sidebar-heading">Channels</h2>
      <ul>
        {channels.map(link)}
        {joinable.length > 0 && (
          <SidebarLink
            route={{ view: 'browse' }}
            isCurrent={route.view === 'browse'}
            icon={<Icon name="plus" size={18} />}
            name="Browse channels"
            onFollow={onFollow}
          />
        )}
      </ul>
      {direct.length > 0 && (
        <>
          <h2 className="sidebar-heading">Direct messages</h2>
          <ul>
            {direct.map((conversation) => {
              const other = page.people.find(
                ({ id }) => id !== page.me && conversation.memberIds.includes(id),
              );
              return (
                <SidebarLink
                  key={conversation.id}
                  route={conversationRoute(conversation.id)}
                  isCurrent={isAt(conversation.id)}
                  icon={<Avatar person={other} size="small" />}
                  name={other?.realName ?? 'Somebody'}
                  unread={unreadOf(conversation, page.me, page.groups)}
                  onFollow={onFollow}
                />
              );
            })}
          </ul>
        </>
      )}
      {archived.length > 0 && (
        <details className="sidebar-archived" open={archived.some(({ id }) => isAt(id))}>
          <summary className="sidebar-heading">
            Archived
            <span className="sidebar-archived-count">{archived.length}</span>
            <Icon name="down" size={16} />
          </summary>
          <ul>{archived.map(link)}</ul>
        </details>
      )}
    </nav>
  );
}
