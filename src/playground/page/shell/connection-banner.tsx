import { useClient } from '../client/client-context.ts';
import { usePage } from '../client/use-page.ts';
import { Icon } from './icon.tsx';

/** Says when the page, or the app, has lost its connection. */
export function ConnectionBanner() {
  const { page } = usePage();
  const { client, snapshot } = useClient();
  const isLost = snapshot.connection === 'lost';
  const isAppAway = !isLost && !page.app.connected;
  return (
    <div role="status" className="connection">
      {isLost && (
        <p className="banner banner-danger">
          <Icon name="alert" size={18} />
          <span>
            <strong>Connection lost.</strong> Trying again; what you write is kept.
          </span>
          <button type="button" className="button" onClick={() => client.open()}>
            Try now
          </button>
        </p>
      )}
      {isAppAway && (
        <p className="banner banner-warning">
          <Icon name="alert" size={18} />
          <span>
            <strong>{page.app.name} is not connected.</strong> What you send is delivered when it is
            back.
          </span>
        </p>
      )}
    </div>
  );
}
