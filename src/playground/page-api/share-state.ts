import type { LocalSlack } from '../driver/local-slack.ts';
import type { PageState } from './page-protocol.ts';

/** What every page shows alike. */
export type SharedState = Pick<PageState, 'app' | 'clock' | 'faults'>;

export function shareState(slack: LocalSlack): SharedState {
  const { app } = slack.workspace;
  return {
    app: {
      name: app.name,
      botUserId: app.botUserId,
      description: '',
      commands: [],
      shortcuts: [],
      connected: slack.connectionCount > 0,
    },
    clock: { now: slack.clock.now(), offset: slack.clock.offset },
    faults: slack.faults.active(),
  };
}
