/** A message of a notice that the local Slack took. */
export interface TakenPost {
  channel: string;
  /** Of its task. */
  occasion: string;
  /** UTC ms, by the clock of this machine. */
  at: number;
  /** UTC ms, by the clock of the local Slack. */
  slackAt: number;
}

/** One delivery that is wanted. */
export interface WantedDelivery {
  channel: string;
  occasion: string;
  /** UTC ms. */
  dueAt: number;
}

/** Calls of the Web API so far. */
export interface CallCounts {
  /** Answered with 429. */
  rateLimited: number;
  /** Searches of a channel or thread. */
  lookUps: number;
}

/** A process that sends what is due. */
export interface Sender {
  /** Resolves once it is at work. Rejects when it ends before. */
  start(): Promise<void>;
  /** Ends it at once, wherever it is; false when it had ended by itself. */
  kill(): Promise<boolean>;
}

/** A local Slack with many channels, an outbox, and processes that send what is in it. */
export interface NoticesLoad {
  /** Ids. */
  channels: readonly string[];
  /** In each channel, the first message of a thread. */
  threadOf(channel: string): string;
  plan(deliveries: readonly WantedDelivery[]): Promise<void>;
  /** Has so many calls go wrong, or be slow, before or after they have taken effect, at random. */
  makeTrouble(calls: number, random: () => number): void;
  createSender(): Sender;
  posts: readonly TakenPost[];
  counts(): CallCounts;
  /** Resolves when the next message is taken, before its sender knows, or after so many ms. */
  nextPost(mostMs: number): Promise<void>;
  /** How many tasks are in each state. */
  states(): Promise<Record<string, number>>;
  /** What senders wrote to their standard error. */
  errors(): string;
  close(): Promise<void>;
}

/** How the senders of a load work. */
export interface NoticesLoadOptions {
  channels: number;
  /** Address or file; null for a file of its own. */
  database: string | null;
  /** How much faster than real time it is in the local Slack. */
  speed: number;
  /** Hurried senders give up and take over soon, because they are killed all the time. */
  hurried: boolean;
  /** Breaks the senders on purpose: they find nothing of what they posted. */
  forgetHistory: boolean;
}

export type OpenNoticesLoad = (options: NoticesLoadOptions) => Promise<NoticesLoad>;
