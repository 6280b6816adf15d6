import type { AgentThread } from './agent-threads.ts';
import type { EventDelivery } from './deliveries.ts';
import type { EphemeralMessage, Message } from './messages.ts';
import type { View } from './views.ts';

/** Something that happened in the workspace. A page, the event sender and tests listen to these. */
export type Change =
  | { type: 'message-posted'; message: Message }
  | { type: 'message-changed'; message: Message; before: Message }
  | { type: 'message-deleted'; message: Message; by: string }
  | { type: 'message-streamed'; message: Message }
  | {
      type: 'ephemeral-posted' | 'ephemeral-changed' | 'ephemeral-deleted';
      message: EphemeralMessage;
    }
  | { type: 'reaction-added' | 'reaction-removed'; message: Message; name: string; user: string }
  | { type: 'member-joined' | 'member-left'; channel: string; user: string; inviter: string | null }
  | { type: 'channel-archived'; channel: string; user: string }
  | { type: 'person-changed'; user: string }
  | { type: 'group-changed'; group: string; added: string[]; removed: string[]; before: number }
  | { type: 'home-opened'; user: string; channel: string; tab: 'home' | 'messages' }
  | { type: 'context-changed'; user: string; channel: string; shown: string }
  | { type: 'view-opened' | 'view-updated' | 'view-closed'; view: View }
  | { type: 'agent-thread-changed'; thread: AgentThread }
  | {
      type: 'agent-session-stopped';
      channel: string;
      threadTs: string;
      user: string;
      streams: string[];
    }
  | { type: 'conversation-read'; channel: string; user: string }
  /** A direct message that was not there before. */
  | { type: 'conversation-opened'; channel: string }
  | { type: 'file-shared'; file: string; channel: string; user: string }
  | { type: 'app-uninstalled' }
  /** Workspace time was moved on, by so many ms. */
  | { type: 'clock-advanced'; by: number }
  | { type: 'faults-changed' }
  /** The app connected or disconnected; how many connections there are now. */
  | { type: 'connection-changed'; connections: number }
  /** Everything is different, e.g. after a reset. */
  | { type: 'state-replaced' }
  | { type: 'event-changed'; event: EventDelivery };

export type ChangeListener = (change: Change) => void;
