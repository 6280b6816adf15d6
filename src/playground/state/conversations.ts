import type { Message } from './messages.ts';

export type ConversationKind = 'public' | 'private' | 'direct';

/** A channel, private channel or direct message with everything said in it. */
export interface Conversation {
  /** C… for channels, public or private; D… for direct messages. */
  id: string;
  kind: ConversationKind;
  /** Without `#`; empty for direct messages. */
  name: string;
  topic: string;
  purpose: string;
  creator: string;
  /** UTC seconds. */
  created: number;
  isGeneral: boolean;
  isArchived: boolean;
  /** Shared with another organisation through Slack Connect. */
  isExternallyShared: boolean;
  connectedTeamIds: string[];
  /** In order of joining; for a direct message with the app the person, then the bot. */
  memberIds: string[];
  /** Ascending by `ts`, roots and replies alike. */
  messages: Message[];
}
