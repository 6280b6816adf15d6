import type { AgentThread } from './agent-threads.ts';
import type { Conversation } from './conversations.ts';
import type { EventDelivery } from './deliveries.ts';
import type { SharedFile } from './files.ts';
import type { EphemeralMessage } from './messages.ts';
import type { Person, PersonGroup } from './people.ts';
import type { View } from './views.ts';

export interface Team {
  id: string;
  name: string;
  domain: string;
}

/** The installed app. */
export interface AppIdentity {
  appId: string;
  botId: string;
  botUserId: string;
  /** Name shown next to what it says. */
  name: string;
}

/** Lets the app open one modal, once, within three seconds. */
export interface Trigger {
  userId: string;
  /** Time at the pace of programs, ms. */
  issuedAt: number;
  used: boolean;
}

/** An address at which an interaction may be answered a few times. */
export interface ResponseAddress {
  channel: string;
  userId: string;
  threadTs: string | null;
  /** Message that was clicked; null for slash commands. */
  messageTs: string | null;
  /** UTC ms. */
  issuedAt: number;
  uses: number;
}

/** Events that are over and no longer kept, so that they still count. */
export interface ForgottenEvents {
  sent: number;
  acknowledged: number;
  retried: number;
  lost: number;
}

/** Everything the local Slack knows. Plain data: it survives `structuredClone` and JSON. */
export interface LocalSlackState {
  version: 1;
  team: Team;
  app: AppIdentity;
  people: Record<string, Person>;
  groups: Record<string, PersonGroup>;
  conversations: Record<string, Conversation>;
  files: Record<string, SharedFile>;
  ephemeral: EphemeralMessage[];
  views: Record<string, View>;
  /** Person → view on their App Home tab. */
  homeViews: Record<string, string>;
  /** Person → open modals, the topmost last. */
  modals: Record<string, string[]>;
  agentThreads: AgentThread[];
  /** Person → conversation → `ts` of the last message they have seen. */
  lastRead: Record<string, Record<string, string>>;
  events: EventDelivery[];
  forgottenEvents: ForgottenEvents;
  triggers: Record<string, Trigger>;
  responseAddresses: Record<string, ResponseAddress>;
  /** How far workspace time has been advanced, ms. */
  clockOffset: number;
  /** Last microsecond given out as a `ts`. */
  lastMicrosecond: number;
  /** Last number given out in an id. */
  lastNumber: number;
}
