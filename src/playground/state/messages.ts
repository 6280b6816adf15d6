import type { FileOutline } from './files.ts';

/** A Block Kit block as the app sent it, with the ids that Slack adds. */
export type Block = { type: string; block_id?: string } & Record<string, unknown>;

export interface MessageMetadata {
  event_type: string;
  event_payload: Record<string, unknown>;
}

export interface Reaction {
  /** Emoji name without colons. */
  name: string;
  userIds: string[];
}

/** One step shown while a message is being streamed. */
export interface StreamTask {
  id: string;
  title: string;
  status: string;
  details?: string;
  output?: string;
}

/** What is known of a message that was or is being streamed. */
export interface MessageStream {
  state: 'in_progress' | 'completed' | 'expired' | 'stopped_by_user';
  /** How it is written to: all calls have to use the same argument; null until one is used. */
  mode: 'markdown_text' | 'chunks' | null;
  /** UTC ms. */
  startedAt: number;
  recipientUserId: string | null;
  /** Blocks that came in chunks so far. */
  chunkBlocks: number;
  /** Block to which further markdown is added; null when something else has come since. */
  markdownBlockId: string | null;
  planTitle: string | null;
  tasks: StreamTask[];
}

/** A message, in the words of the domain; `wire/` turns it into what Slack sends. */
export interface Message {
  channel: string;
  /** Seconds and microseconds, `1700000000.000100`; unique and ascending in its channel. */
  ts: string;
  /** Author; the bot user for what the app says. */
  user: string;
  isFromApp: boolean;
  text: string;
  blocks: Block[];
  attachments: Record<string, unknown>[];
  files: FileOutline[];
  /** Root of the thread; null for messages that are no reply. */
  threadTs: string | null;
  /** A reply that is shown in the channel as well. */
  isBroadcast: boolean;
  metadata: MessageMetadata | null;
  edited: { user: string; ts: string } | null;
  reactions: Reaction[];
  /** Set for what people write. */
  clientMessageId: string | null;
  /** `channel_join`, `tombstone`, …; null for plain messages. */
  subtype: string | null;
  stream: MessageStream | null;
}

/** Shown to one person only, and never part of the history. */
export interface EphemeralMessage {
  channel: string;
  ts: string;
  threadTs: string | null;
  /** Who sees it. */
  visibleTo: string;
  text: string;
  blocks: Block[];
}
