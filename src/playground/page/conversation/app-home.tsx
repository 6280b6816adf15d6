import { useEffect } from 'react';
import { usePage } from '../client/use-page.ts';
import { Avatar } from '../shell/avatar.tsx';
import { HomeTab } from '../views/home-tab.tsx';
import { AppTabs } from './conversation-header.tsx';

/** The app's own page, which it draws for each person. */
export function AppHome() {
  const { page, act } = usePage();
  const app = page.people.find(({ id }) => id === page.app.botUserId);
  const { me, revision } = page;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each person opens it for themselves, and again when everything was reset.
  useEffect(() => {
    void act({ type: 'open-home' });
  }, [act, me, revision]);
  return (
    <section className="conversation" aria-labelledby="app-home-title">
      <header className="conversation-header">
        <h2 id="app-home-title" className="conversation-title">
          <Avatar person={app} size="small" />
          {page.app.name}
        </h2>
        <AppTabs current="home" />
      </header>
      <div className="app-home">
        <HomeTab />
      </div>
    </section>
  );
}
