import type { View } from '../../state/views.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { entriesContext } from '../blocks/entries.ts';
import { usePage } from '../client/use-page.ts';
import { useViewDrafts } from './use-view-drafts.ts';

/** The App Home, as the app has published it for this person. */
export function HomeTab() {
  const { page } = usePage();
  const { home, app } = page;
  if (home === null) {
    return (
      <div className="home-tab home-empty" role="status">
        <h3>{`${app.name} has not published its Home yet`}</h3>
        <p>
          {app.connected
            ? 'It usually appears a moment after this tab is opened.'
            : `${app.name} is not connected to the local Slack. Its Home appears once it is.`}
        </p>
      </div>
    );
  }
  return (
    <div className="home-tab">
      <HomeView key={home.id} view={home} />
    </div>
  );
}

function HomeView({ view }: { view: View }) {
  const { entries } = useViewDrafts(view);
  return (
    <entriesContext.Provider value={entries}>
      <Blocks blocks={view.blocks} place={{ kind: 'view', viewId: view.id }} surface="home" />
    </entriesContext.Provider>
  );
}
