import { PlaygroundError } from '../playground-error.ts';
import type { Workspace } from '../state/workspace.ts';
import type { LocalSlackClock } from './local-slack.ts';

/** The workspace's clock, as whoever runs the local Slack handles it. */
export function createLocalSlackClock(workspace: Workspace): LocalSlackClock {
  const { clock } = workspace;
  return {
    now: () => clock.now(),
    get offset() {
      return clock.offset;
    },
    advance(milliseconds) {
      if (!Number.isSafeInteger(milliseconds) || milliseconds <= 0) {
        throw new PlaygroundError('playground-clock-backwards', `cannot advance ${milliseconds}`, {
          forPeople: 'Time can only be moved forward, by whole milliseconds.',
        });
      }
      clock.advance(milliseconds);
      workspace.state.clockOffset = clock.offset;
      workspace.announce({ type: 'clock-advanced', by: milliseconds });
    },
  };
}
