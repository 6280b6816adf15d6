import type { AppTransport } from '../delivery/app-transport.ts';
import type { EventOutbox } from '../delivery/event-outbox.ts';
import type { SocketHub } from '../delivery/socket-hub.ts';
import { PlaygroundError } from '../playground-error.ts';
import { findMessage, repliesOf, requireConversation, requirePerson } from '../state/find.ts';
import type { LocalSlackState } from '../state/local-slack-state.ts';
import { saveState } from '../state/state-file.ts';
import type { Workspace } from '../state/workspace.ts';
import type { RecordedCall } from '../web-api/create-web-api.ts';
import type { Faults } from '../web-api/faults.ts';
import { Actor } from './actor.ts';
import type { EventCounters, LocalSlack } from './local-slack.ts';
import { waitForReply } from './wait-for-reply.ts';
import { waitUntilSettled } from './wait-until-settled.ts';

export interface LocalSlackParts {
  workspace: Workspace;
  hub: SocketHub;
  transport: AppTransport;
  outbox: EventOutbox;
  faults: Faults;
  calls: RecordedCall[];
  seed: () => LocalSlackState;
  statePath: string | undefined;
  addresses: Pick<LocalSlack, 'url' | 'webSocketUrl' | 'botToken' | 'appToken' | 'signingSecret'>;
  closeServer: () => Promise<void>;
}

function countEvents({ events }: LocalSlackState): EventCounters {
  const withStatus = (status: string): number =>
    events.filter((event) => event.status === status).length;
  return {
    eventsSent: events.length,
    acknowledged: withStatus('acknowledged'),
    retried: events.reduce((sum, event) => sum + Math.max(0, event.attempts.length - 1), 0),
    lost: withStatus('lost'),
  };
}

/** Puts the driver's face on the parts of a running local Slack. */
export function createLocalSlack(parts: LocalSlackParts): LocalSlack {
  const { workspace, hub, outbox, faults, calls } = parts;
  const restore = (state: LocalSlackState): void => {
    workspace.replaceState(structuredClone(state));
    outbox.resume();
  };
  return {
    ...parts.addresses,
    get workspace() {
      return workspace.state;
    },
    actAs: (person) => new Actor(workspace, requirePerson(workspace, person)),
    messages: (channel) => requireConversation(workspace, channel).messages,
    thread(channel, ts) {
      const conversation = requireConversation(workspace, channel);
      const root = findMessage(conversation, ts);
      return root === undefined ? [] : [root, ...repliesOf(conversation, ts)];
    },
    ephemeralMessages(channel, person) {
      const { id } = requireConversation(workspace, channel);
      const { id: visibleTo } = requirePerson(workspace, person);
      return workspace.state.ephemeral.filter(
        (message) => message.channel === id && message.visibleTo === visibleTo,
      );
    },
    onMessage: (listener) =>
      workspace.onChange((change) => {
        if (change.type === 'message-posted') listener(change.message);
      }),
    onChange: (listener) => workspace.onChange(listener),
    waitForReply: (place, timeoutMs) => waitForReply(workspace, place, timeoutMs),
    settled: (timeoutMs) => waitUntilSettled(workspace, timeoutMs),
    get counters() {
      return countEvents(workspace.state);
    },
    calls,
    faults,
    get connectionCount() {
      return hub.connectionCount;
    },
    dropConnection: () => hub.drop(),
    recycleConnections: () => hub.recycle(),
    snapshot: () => structuredClone(workspace.state),
    restore,
    reset() {
      calls.length = 0;
      faults.clear();
      restore(parts.seed());
    },
    async save() {
      if (parts.statePath === undefined) {
        throw new PlaygroundError('playground-no-state-path', 'no statePath was given');
      }
      await saveState(parts.statePath, workspace.state);
    },
    async close() {
      outbox.close();
      parts.transport.close();
      hub.close();
      await parts.closeServer();
    },
  };
}
