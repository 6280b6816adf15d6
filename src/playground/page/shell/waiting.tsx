import { useClient } from '../client/client-context.ts';

/** Before there is anything to show. */
export function Waiting() {
  const { snapshot } = useClient();
  return (
    <main className="waiting">
      <p role="status">
        {snapshot.connection === 'lost'
          ? 'The local Slack cannot be reached. Start it with npm start; this page connects by itself.'
          : 'Opening the workspace…'}
      </p>
    </main>
  );
}
