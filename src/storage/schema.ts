import type { ColumnType, Generated } from 'kysely';
import type {
  CalendarFeedsTable,
  DigestChoicesTable,
  NoticeRepliesTable,
  NoticesTable,
  NoticeTasksTable,
} from './schema-notices.ts';
import type { ReportClaimsTable, ReportPublicationsTable, ReportsTable } from './schema-reports.ts';

/**
 * Tables as Kysely sees them, the same on SQLite and PostgreSQL. Instants are UTC milliseconds,
 * flags 0 or 1, `*_json` columns hold JSON text.
 */
export interface Schema {
  publications: PublicationsTable;
  publication_texts: PublicationTextsTable;
  passages: PassagesTable;
  library_folders: LibraryFoldersTable;
  ingest_failures: IngestFailuresTable;
  embedders: EmbeddersTable;
  embeddings: EmbeddingsTable;
  counters: CountersTable;
  inbox_events: InboxEventsTable;
  exchanges: ExchangesTable;
  feedback: FeedbackTable;
  deliveries: DeliveriesTable;
  model_spending: ModelSpendingTable;
  operator_events: OperatorEventsTable;
  calendar_feeds: CalendarFeedsTable;
  digest_choices: DigestChoicesTable;
  notices: NoticesTable;
  notice_replies: NoticeRepliesTable;
  notice_tasks: NoticeTasksTable;
  reports: ReportsTable;
  report_publications: ReportPublicationsTable;
  report_claims: ReportClaimsTable;
}

export interface PublicationsTable {
  id: string;
  source: string;
  title: string;
  authors_json: string;
  date: string | null;
  kind: string;
  audience: string;
  link: string | null;
  status: string;
  superseded_by: string | null;
  embargoed_until: number | null;
  language: string;
  illustrative: number;
  format: string;
  page_count: number | null;
  page_labels_json: string | null;
  content_hash: string;
  added_at: number;
  changed_at: number;
  retired_at: number | null;
  /** The library revision at which this row last changed; indexes catch up by it. */
  revision: number;
  /** Absolute path of the library folder that `source` is relative to; null when not from a file. */
  folder: string | null;
  /** Fingerprint of the settings and the reading rules it was ingested with; null when not from a file. */
  read_with: string | null;
  /** `ingest` when the file vanished, `person` when somebody retired it; null while it is live. */
  retired_by: string | null;
  /** UTC ms at which it was announced before its embargo ended, and the embargo with it; else null. */
  embargo_lifted_at: number | null;
}

/** The configured library folders, as they were at the last ingest of all of them. */
export interface LibraryFoldersTable {
  /** Absolute path. */
  folder: string;
}

export interface PublicationTextsTable {
  publication_id: string;
  text: string;
  page_starts_json: string;
  headings_json: ColumnType<string, string | undefined, string>;
}

export interface PassagesTable {
  id: Generated<number>;
  publication_id: string;
  ordinal: number;
  text: string;
  heading_path_json: string;
  page_start: number | null;
  page_end: number | null;
  character_start: number;
  character_end: number;
}

/** Files that could not be read, so that they are not parsed again before they change. */
export interface IngestFailuresTable {
  source: string;
  content_hash: string;
  read_with: string;
  code: string;
  reason: string;
}

/** A fitted or remote embedder; its id changes whenever its vectors are no longer comparable. */
export interface EmbeddersTable {
  id: string;
  kind: string;
  dimensions: number;
  /** Serialised model of a fitted embedder; null for a remote one. */
  model: Uint8Array | null;
  /** How many passages it was fitted on. */
  fitted_passages: number;
  /** The highest passage id at that time. */
  fitted_through: number;
  created_at: number;
}

export interface EmbeddingsTable {
  passage_id: number;
  embedder_id: string;
  /** Little-endian float32, unit length. */
  vector: Uint8Array;
}

/** Named counters; `library_revision` goes up with every publication that changes. */
export interface CountersTable {
  name: string;
  value: number;
}

export interface InboxEventsTable {
  /** Slack's `event_id`. */
  event_id: string;
  /** Events of one conversation are handled one after the other. */
  conversation: string;
  /** Order within the conversation: the message's `ts`, which sorts as text. */
  position: string;
  /** Emptied (`null` in JSON) once the event is done. */
  body_json: string;
  received_at: number;
  /** pending, processing, done or failed. */
  state: ColumnType<string, string | undefined, string>;
  /** How often the event was taken up, crashes included. */
  attempts: ColumnType<number, number | undefined, number>;
  /** How often handling it ended in an error. */
  failures: ColumnType<number, number | undefined, number>;
  /** Not before this instant (after a failure). */
  available_at: number;
  lease_owner: string | null;
  lease_until: number | null;
  last_error: string | null;
  finished_at: number | null;
  /** Who it is from; null when nobody is. */
  person: ColumnType<string | null, string | null | undefined, string | null>;
  /** When somebody asked to stop dealing with it. */
  stop_requested_at: ColumnType<number | null, number | null | undefined, number | null>;
}

export interface ExchangesTable {
  id: string;
  conversation: string;
  question: string;
  standalone_question: string;
  audiences_json: string;
  answer_json: string;
  confidence: number;
  asked_at: number;
  duration_ms: number;
  /** Who asked; null when nobody known to Slack did. */
  asker: string | null;
  model_run_json: string | null;
  /** What its answer is found by when the same is asked again; null when it is not given again. */
  cache_key: string | null;
}

/** What one person thought of one answer. */
export interface FeedbackTable {
  exchange_id: string;
  person: string;
  /** helpful or not-helpful. */
  verdict: string;
  reason: string | null;
  /** Number of the source it is about. */
  citation: number | null;
  note: string | null;
  given_at: number;
}

/** One outgoing message; unique by subject, occasion and channel. */
export interface DeliveriesTable {
  /** Travels in the message's metadata, so that it can be found again in the channel's history. */
  id: string;
  /** What it is about: `message:CHANNEL:TS` for a reply, `notice:ID`. */
  subject: string;
  /** Which message of that subject: `answer`, `apology`, ... */
  occasion: string;
  channel: string;
  thread_ts: string | null;
  payload_json: string;
  /** pending, sending, sent or failed. */
  state: string;
  message_ts: string | null;
  attempts: ColumnType<number, number | undefined, number>;
  lease_until: number | null;
  last_error: string | null;
  created_at: number;
  sent_at: number | null;
}

/** What was spent on the model, for each budget and period. */
export interface ModelSpendingTable {
  /** person-day, channel-day or workspace-month. */
  scope: string;
  /** A person's or a channel's id, or `workspace`. */
  subject: string;
  /** `2026-11-22` or `2026-11`. */
  period: string;
  tokens: number;
  cost_micros: number;
}

/** What those who run Concord should know of the model. */
export interface OperatorEventsTable {
  /** What is told once, such as `budget-spent:2026-11:1000000:any`. */
  id: string;
  kind: string;
  event_json: string;
  raised_at: number;
  /** Whether nobody has to be told of it any more. */
  told: ColumnType<number, number | undefined, number>;
}
