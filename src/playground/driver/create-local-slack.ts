import type { AppTransport } from '../delivery/app-transport.ts';
import type { EventOutbox } from '../delivery/event-outbox.ts';
import type { SocketHub } from '../delivery/socket-hub.ts';
import type { Faults } from '../faults/faults.ts';
import type { InteractionDesk } from '../interactions/interaction-desk.ts';
import type { Autosave } from '../state/autosave.ts';
import { agentThread, visibleStatus } from '../state/change-agent-threads.ts';
import { bytesOf, completeFile } from '../state/change-files.ts';
import { findMessage, repliesOf, requireConversation, requirePerson } from '../state/find.ts';
import type { LocalSlackState } from '../state/local-slack-state.ts';
import { requireStatePath, saveState } from '../state/state-file.ts';
import type { Workspace } from '../state/workspace.ts';
import type { RecordedCall } from '../web-api/create-web-api.ts';
import { Actor } from './actor.ts';
import { createAdministration } from './administration.ts';
import type { EventCounters, LocalSlack } from './local-slack.ts';
import { createLocalSlackClock } from './local-slack-clock.ts';
import { waitForReply } from './wait-for-reply.ts';
import { waitUntilSettled } from './wait-until-settled.ts';

export interface LocalSlackParts {
  workspace: Workspace;
  hub: SocketHub;
  transport: AppTransport;
  outbox: EventOutbox;
  desk: InteractionDesk;
  faults: Faults;
  calls: RecordedCall[];
  seed: () => LocalSlackState;
  expiries: { stop(): void };
  statePath: string | undefined;
  /** Null when it is only saved on demand. */
  autosave: Autosave | null;
  addresses: Pick<
    LocalSlack,
    'url' | 'pageUrl' | 'webSocketUrl' | 'botToken' | 'appToken' | 'signingSecret'
  >;
  preparePage: () => Promise<void>;
  closeServer: () => Promise<void>;
}

function countEvents({ events, forgottenEvents }: LocalSlackState): EventCounters {
  const withStatus = (status: string): number =>
    events.filter((event) => event.status === status).length;
  return {
    eventsSent: forgottenEvents.sent + events.length,
    acknowledged: forgottenEvents.acknowledged + withStatus('acknowledged'),
    retried: events.reduce(
      (sum, event) => sum + Math.max(0, event.attempts.length - 1),
      forgottenEvents.retried,
    ),
    lost: forgottenEvents.lost + withStatus('lost'),
  };
}

/** Puts the driver's face on the parts of a running local Slack. */
export function createLocalSlack(parts: LocalSlackParts): LocalSlack {
  const { workspace, hub, outbox, faults, calls } = parts;
  const restore = (state: LocalSlackState): void => {
    workspace.replaceState(structuredClone(state));
    workspace.state.clockOffset = workspace.clock.offset;
    outbox.resume();
    workspace.announce({ type: 'state-replaced' });
  };
  return {
    ...parts.addresses,
    preparePage: parts.preparePage,
    clock: createLocalSlackClock(workspace),
    manifest: workspace.manifest,
    get workspace() {
      return workspace.state;
    },
    actAs: (person) => new Actor(parts.desk, requirePerson(workspace, person)),
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
    agentThread(channel, threadTs) {
      const { id } = requireConversation(workspace, channel);
      const thread = agentThread(workspace, id, threadTs);
      return { ...thread, status: visibleStatus(workspace, thread) };
    },
    file(id) {
      const file = completeFile(workspace, id);
      return file === undefined ? null : { file, bytes: bytesOf(file) };
    },
    administer: createAdministration(workspace),
    onMessage: (listener) =>
      workspace.onChange((change) => {
        if (change.type === 'message-posted') listener(change.message);
      }),
    onChange: (listener) => workspace.onChange(listener),
    waitForReply: (place, timeoutMs) => waitForReply(workspace, place, timeoutMs),
    settled: (timeoutMs) => waitUntilSettled(workspace, timeoutMs),
    redeliver: (eventId) => outbox.redeliver(eventId),
    verifyRequestUrl: () => parts.transport.verify(),
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
      await saveState(requireStatePath(parts.statePath), workspace.state);
    },
    async close() {
      parts.expiries.stop();
      outbox.close();
      parts.transport.close();
      await hub.close();
      await parts.closeServer();
      await parts.autosave?.stop();
    },
  };
}
