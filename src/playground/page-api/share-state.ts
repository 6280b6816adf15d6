import type { LocalSlack } from '../driver/local-slack.ts';
import type { Workspace } from '../state/workspace.ts';
import type { PageState } from './page-protocol.ts';

/** What every page shows alike. */
export type SharedState = Pick<PageState, 'app' | 'clock' | 'faults'>;

/** Commands and shortcuts are those of the app's manifest; none without one. */
export function shareState(slack: LocalSlack, { manifest }: Workspace): SharedState {
  const { app } = slack.workspace;
  return {
    app: {
      name: app.name,
      botUserId: app.botUserId,
      description: manifest?.description ?? '',
      commands: (manifest?.commands ?? []).map(({ command, description, usageHint }) => ({
        command,
        description,
        usageHint,
      })),
      shortcuts: manifest?.shortcuts ?? [],
      connected: slack.connectionCount > 0,
    },
    clock: { now: slack.clock.now(), offset: slack.clock.offset },
    faults: slack.faults.active(),
  };
}
