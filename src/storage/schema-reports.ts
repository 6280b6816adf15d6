/** What was written from publications, to be given again. */
export interface ReportsTable {
  id: string;
  /** Fingerprint of all that it depends on. */
  key: string;
  /** The only person it is for; null when it is for anybody. */
  owner: string | null;
  report_json: string;
  model_run_json: string | null;
  made_at: number;
  /** When it was made or given again last. */
  used_at: number;
}

/** Which publications of the library a report draws on, as they were. */
export interface ReportPublicationsTable {
  report_id: string;
  publication_id: string;
  changed_at: number;
}

/** Which process is writing what is to be kept under a key. */
export interface ReportClaimsTable {
  key: string;
  holder: string;
  lease_until: number;
}
