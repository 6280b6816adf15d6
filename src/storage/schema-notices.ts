import type { ColumnType } from 'kysely';

export interface NoticesTable {
  id: string;
  /** session or publication. */
  kind: string;
  /** draft, awaiting-approval, scheduled or cancelled. */
  state: string;
  author: string;
  series_id: string | null;
  /** Of a session; null for others. */
  starts_at: number | null;
  ends_at: number | null;
  /** All of the notice but what has a column of its own. */
  notice_json: string;
  /** Goes up with every change, so that nobody overwrites what they have not seen. */
  revision: number;
  created_at: number;
  changed_at: number;
}

/** What one person replied to one session. */
export interface NoticeRepliesTable {
  notice_id: string;
  person: string;
  /** going, maybe or cannot. */
  reply: string;
  /** Order in which people asked for a place. */
  place: number;
  replied_at: number;
}

/** Messages of notices, and digests, that are to be sent; unique by notice, occasion and place. */
export interface NoticeTasksTable {
  id: string;
  /** Of a notice, or of a week's digest: `digest:2026-W48`. */
  notice_id: string;
  occasion: string;
  /** Id of a channel or person, or `participants`. */
  place: string;
  due_at: number;
  useless_at: number | null;
  /** waiting, sent, failed or skipped. */
  state: ColumnType<string, string | undefined, string>;
  /** Not before this instant; after a failure later than `due_at`. */
  available_at: number;
  failures: ColumnType<number, number | undefined, number>;
  renewals: ColumnType<number, number | undefined, number>;
  lease_owner: string | null;
  lease_until: number | null;
  message_channel: string | null;
  message_ts: string | null;
  problem: string | null;
  finished_at: number | null;
}

/** How people want the weekly digest; who has not chosen is not here. */
export interface DigestChoicesTable {
  person: string;
  /** channel, direct or none. */
  choice: string;
  chosen_at: number;
}

/** Calendars that people subscribe to; what opens them is kept as a hash alone. */
export interface CalendarFeedsTable {
  id: string;
  /** SHA-256, hex. */
  token_hash: string;
  /** Null for one person's own. */
  audience: string | null;
  /** Whose own it is; null for that of an audience. */
  person: string | null;
  created_at: number;
  revoked_at: number | null;
}
