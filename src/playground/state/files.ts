/** What is known of a file without its bytes. */
export interface FileOutline {
  /** F… */
  id: string;
  name: string;
  title: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  /** Who uploaded it. */
  userId: string;
  /** UTC seconds. */
  created: number;
}

/** Where a file was shared. */
export interface FileShare {
  channel: string;
  ts: string;
  threadTs: string | null;
}

/** A file with its bytes and the messages it stands in. */
export interface SharedFile extends FileOutline {
  /** Base64; null until they have been uploaded. */
  content: string | null;
  /** Part of the address that takes its bytes; null for a file that is complete. */
  uploadTicket: string | null;
  shares: FileShare[];
}
