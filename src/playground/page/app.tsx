import { useCallback, useEffect, useRef, useState } from 'react';
import { conversationName } from './client/conversation-name.ts';
import { appRoute, conversationRoute, formatRoute } from './client/route.ts';
import { unreadOf } from './client/unread.ts';
import { usePage } from './client/use-page.ts';
import { navigate, useRoute } from './client/use-route.ts';
import { AppHome } from './conversation/app-home.tsx';
import { ConversationView } from './conversation/conversation-view.tsx';
import { ThreadPane } from './conversation/thread-pane.tsx';
import { Announcer } from './shell/announcer.tsx';
import { ConnectionBanner } from './shell/connection-banner.tsx';
import { Toasts } from './shell/toasts.tsx';
import { ToolsPane } from './shell/tools-pane.tsx';
import { narrow, useMedia } from './shell/use-media.ts';
import { useSectionKeys } from './shell/use-section-keys.ts';
import { WorkspaceHeader } from './shell/workspace-header.tsx';
import { BrowseChannels } from './sidebar/browse-channels.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { SidebarDrawer } from './sidebar/sidebar-drawer.tsx';
import { ModalStack } from './views/modal-stack.tsx';

/** The whole page, once the state is there. */
export function App() {
  const { page, act } = usePage();
  const route = useRoute();
  const isNarrow = useMedia(narrow);
  const [areToolsOpen, setAreToolsOpen] = useState(false);
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useSectionKeys();
  const closeDrawer = useCallback(() => setIsDrawerOpen(false), []);
  const closeTools = useCallback(() => setAreToolsOpen(false), []);

  const { botUserId } = page.app;
  const withApp = page.conversations.find(
    ({ kind, memberIds }) => kind === 'direct' && memberIds.includes(botUserId),
  );
  const channel = route.view === 'conversation' ? route.channel : null;
  const conversation =
    channel === 'app' ? withApp : page.conversations.find(({ id }) => id === channel);
  const thread = route.view === 'conversation' ? route.thread : null;
  const root = conversation?.messages.find(({ ts }) => ts === thread);
  const target = route.view === 'conversation' ? route.message : null;

  const opened = conversation?.id;
  const isMember = conversation?.isMember ?? false;
  const isWithApp = opened !== undefined && opened === withApp?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each person opens it for themselves, and again when everything was reset.
  useEffect(() => {
    // Failing shows nowhere, as in Slack: the app was not told, the conversation opens all the same.
    if (isWithApp) void act({ type: 'open-agent' });
    else if (opened !== undefined && isMember) void act({ type: 'look-at', channel: opened });
  }, [act, opened, isMember, isWithApp, page.me, page.revision]);

  // Somebody else may not be where the last person was.
  const lastMe = useRef(page.me);
  const isLost = route.view === 'conversation' && conversation === undefined;
  useEffect(() => {
    if (lastMe.current !== page.me && isLost) navigate(appRoute);
    lastMe.current = page.me;
  }, [page.me, isLost]);

  const unread = page.conversations.reduce(
    (sum, one) => sum + unreadOf(one, page.me, page.groups).count,
    0,
  );
  const name =
    route.view === 'app-home'
      ? `${page.app.name} home`
      : route.view === 'browse'
        ? 'All channels'
        : conversation === undefined
          ? 'Not found'
          : conversationName(page, conversation);
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${name} · ${page.team.name}`;
  }, [unread, name, page.team.name]);

  return (
    <div className="shell" data-thread={root !== undefined || undefined}>
      {/* biome-ignore lint/a11y/useValidAnchor: a link to a part of this page; its hash is the route. */}
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the conversation
      </a>
      <WorkspaceHeader
        areToolsOpen={areToolsOpen}
        onToggleTools={() => setAreToolsOpen(!areToolsOpen)}
        onOpenSidebar={isNarrow ? () => setIsDrawerOpen(true) : null}
      />
      <ConnectionBanner />
      <div className="panes">
        {isNarrow ? (
          <SidebarDrawer route={route} isOpen={isDrawerOpen} onClose={closeDrawer} />
        ) : (
          <Sidebar route={route} onFollow={closeDrawer} />
        )}
        <main ref={main} id="main" className="main" tabIndex={-1}>
          {route.view === 'app-home' && <AppHome />}
          {route.view === 'browse' && <BrowseChannels />}
          {route.view === 'conversation' &&
            (conversation === undefined ? (
              <NotFound />
            ) : (
              <ConversationView
                key={`${page.me} ${conversation.id} ${conversation.isMember}`}
                conversation={conversation}
                target={root === undefined ? target : null}
              />
            ))}
          {conversation !== undefined && root !== undefined && channel !== null && (
            <ThreadPane
              key={`${page.me} ${root.ts}`}
              conversation={conversation}
              root={root}
              target={target}
              onClose={() => navigate(conversationRoute(channel))}
            />
          )}
        </main>
        {areToolsOpen && <ToolsPane onClose={closeTools} />}
      </div>
      <ModalStack />
      <Announcer page={page} channel={opened ?? null} />
      <Toasts />
    </div>
  );
}

function NotFound() {
  const { page } = usePage();
  const me = page.people.find(({ id }) => id === page.me);
  return (
    <section className="not-found">
      <h2>Not open to {me?.realName}</h2>
      <p>This conversation is not there, or {me?.realName} is not in it.</p>
      <a className="button button-primary" href={formatRoute(appRoute)}>
        Go to {page.app.name}
      </a>
    </section>
  );
}
