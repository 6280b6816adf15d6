import type { Clock } from '../../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { AppManifest } from '../manifest/app-manifest.ts';
import type { AgentThread } from '../state/agent-threads.ts';
import type { ChangeListener } from '../state/change.ts';
import type { SharedFile } from '../state/files.ts';
import type { LocalSlackState } from '../state/local-slack-state.ts';
import type { EphemeralMessage, Message } from '../state/messages.ts';
import type { RecordedCall } from '../web-api/create-web-api.ts';
import type { Actor } from './actor.ts';
import type { Administration } from './administration.ts';
import type { ReplyPlace } from './wait-for-reply.ts';

/** Workspace time, which whoever runs the local Slack can move on. */
export interface LocalSlackClock extends Clock {
  /** How far it has been advanced, ms. */
  readonly offset: number;
  /**
   * Moves it on, runs what falls due (retries, expiries) and announces `clock-advanced`.
   *
   * @throws {PlaygroundError} `playground-clock-backwards` when `milliseconds` is no number above 0.
   */
  advance(milliseconds: number): void;
}

export interface EventCounters {
  /** Events made, each counted once. */
  eventsSent: number;
  acknowledged: number;
  /** Attempts after the first. */
  retried: number;
  /** Events given up after the last retry. */
  lost: number;
}

/** A running local Slack, as tests, the terminal and a page see it. */
export interface LocalSlack {
  /** Base of the Web API, for `clientOptions.slackApiUrl`; ends in `/api/`. */
  readonly url: string;
  /** Where people open it in a browser. */
  readonly pageUrl: string;
  /**
   * Bundles the page, which otherwise happens when it is first opened.
   *
   * @throws {PlaygroundError} `playground-page-unbuilt`.
   */
  preparePage(): Promise<void>;
  /** Where Socket Mode connections are taken; `apps.connections.open` adds the ticket. */
  readonly webSocketUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clock: LocalSlackClock;
  /** What the app's manifest offers; null when none was given. */
  readonly manifest: AppManifest | null;
  /** The state as it is now. Read it; change it through actors and methods. */
  readonly workspace: LocalSlackState;
  /** @param person id or handle. @throws {PlaygroundError} `playground-person-unknown`. */
  actAs(person: string): Actor;
  /** All messages of a conversation, roots and replies, ascending. */
  messages(channel: string): readonly Message[];
  /** The root of a thread and its replies, ascending. */
  thread(channel: string, ts: string): readonly Message[];
  /** What one person alone was shown in a channel. */
  ephemeralMessages(channel: string, person: string): readonly EphemeralMessage[];
  /**
   * What the app has set on a conversation with it. `status` is what people see now: empty once
   * its two minutes are over.
   */
  agentThread(channel: string, threadTs: string | null): Readonly<AgentThread>;
  /** A file that was shared, with its bytes; null when there is none. */
  file(id: string): { file: Readonly<SharedFile>; bytes: Buffer } | null;
  /** What owners and administrators do. */
  readonly administer: Administration;
  /** Calls `listener` with every message that is posted. Returns what ends that. */
  onMessage(listener: (message: Message) => void): () => void;
  /** Calls `listener` with everything that happens. Returns what ends that. */
  onChange(listener: ChangeListener): () => void;
  /** See {@link ReplyPlace}. @throws {PlaygroundError} `playground-no-reply`. */
  waitForReply(place: ReplyPlace, timeoutMs: number): Promise<Message>;
  /** Waits (real time) until every event was acknowledged or lost. */
  settled(timeoutMs: number): Promise<void>;
  /**
   * Sends an event again under its id, as Slack does when an acknowledgement got lost on its way.
   * Resolves when this attempt is over. @throws {PlaygroundError} `playground-event-unknown`.
   */
  redeliver(eventId: string): Promise<void>;
  /**
   * Sends the app a `url_verification`; true when it answers with the challenge within three
   * seconds. @throws {PlaygroundError} `playground-no-request-url` in Socket Mode.
   */
  verifyRequestUrl(): Promise<boolean>;
  readonly counters: EventCounters;
  /** The calls of the Web API so far, oldest first. */
  readonly calls: readonly RecordedCall[];
  readonly faults: Faults;
  readonly connectionCount: number;
  /** Cuts the app's Socket Mode connections without a word. */
  dropConnection(): void;
  /** Asks the app to replace its connections, as Slack does now and then. */
  recycleConnections(): void;
  /** A copy of the state, plain data. */
  snapshot(): LocalSlackState;
  /** Puts a state (of `snapshot`) in place of this one; events still waiting go on. */
  restore(state: LocalSlackState): void;
  /** Begins anew with the sample workspace. */
  reset(): void;
  /** Writes the state to `statePath`. @throws {PlaygroundError} when none was given. */
  save(): Promise<void>;
  /** Ends everything at once; nothing is left running. */
  close(): Promise<void>;
}
