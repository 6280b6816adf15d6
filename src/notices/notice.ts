import type { Audience } from '../people/index.ts';
import type { NoticePart } from './notice-part.ts';
import type { LocalTime } from './time/local-time.ts';
import type { Recurrence } from './time/occurrences.ts';

/** What those who take part in a session are given to take away. */
export interface SessionMaterials {
  /** Absolute https addresses, each with what it is called; an empty title stands for its host. */
  links: { title: string; url: string }[];
  /** Ids of publications. */
  publications: string[];
  /** Plain text; may be empty. */
  note: string;
  /** How often something was added of which people are told, from 1. */
  edition: number;
}

/** What a session is about, when and where. */
export interface SessionDetails {
  kind: 'session';
  title: string;
  /** Plain text of several paragraphs; may be empty. */
  description: string;
  start: LocalTime;
  end: LocalTime;
  /** IANA zone of `start` and `end`. */
  zone: string;
  /** A room or address; null when it is online only. */
  place: string | null;
  /** Absolute https address to join it; null when it is in a place only. */
  link: string | null;
  speakers: string[];
  /** Most people who can take part; null when there is no limit. */
  capacity: number | null;
  /** Ids of publications to read before it. */
  papers: string[];
  /** Slides and the like; none before somebody attaches them. */
  materials?: SessionMaterials;
  /**
   * That it is to take place again and again: when it is scheduled, each other time becomes a notice
   * of its own. Kept on the first, to make one draft of them when all are taken back.
   */
  recurrence?: Recurrence;
}

/** What is said of a publication. */
export interface PublicationDetails {
  kind: 'publication';
  publicationId: string;
  title: string;
  authors: string[];
  /** A few sentences; plain text. */
  text: string;
  /** Of the publication itself; null when it has none. */
  link: string | null;
}

export type NoticeDetails = SessionDetails | PublicationDetails;

export type NoticeState =
  /** Being written. */
  | 'draft'
  /** A second person has to agree. */
  | 'awaiting-approval'
  /** To be sent, or sent: what is sent is known from its deliveries. */
  | 'scheduled'
  | 'cancelled';

/** What of a notice its author decides. */
export interface NoticeContent {
  details: NoticeDetails;
  /** Who may see it. */
  audience: Audience;
  /** Ids of channels it is posted in, and of people who get it directly; each once. */
  channels: string[];
  people: string[];
  /** UTC ms at which it is announced; null while nobody has said. */
  announceAt: number | null;
  /** Minutes before a session's start at which those who may come are reminded, descending. */
  reminders: number[];
  remindIn: 'thread' | 'direct-message';
}

/** That a second person is to agree to a notice. */
export interface ApprovalRequest {
  /** Slack id. */
  askedBy: string;
  /** UTC ms. */
  askedAt: number;
  /** The notice as it was then. */
  content: NoticeContent;
}

/** The last change of which people were told. */
export interface NoticeChange {
  parts: NoticePart[];
  /** The details before it. */
  before: NoticeDetails;
}

/** What a notice said before details were added that not everybody who sees its cards may see. */
export interface SeenByAll {
  details: NoticeDetails;
  version: number;
}

/** Something that members are told once, with what belongs to it. */
export interface Notice extends NoticeContent {
  id: string;
  state: NoticeState;
  /** Slack id. */
  author: string;
  /** Null when nobody has been asked. */
  approval: ApprovalRequest | null;
  /** Slack id of who agreed; null when nobody has, or had to. */
  approvedBy: string | null;
  /** Of a draft that is kept to begin others with, by all of the staff: it is never sent. */
  isTemplate?: true;
  /** Those of one series share it; null when it stands alone. */
  seriesId: string | null;
  /** Raised by every change that people should know of, from 0: the SEQUENCE of calendar files. */
  version: number;
  /** What led to this version; null in the first, and when it was called off. */
  lastChange: NoticeChange | null;
  /**
   * What is shown, with the time and place as they are now, where somebody is or may be who is outside
   * the audience; absent when all of it is shown wherever it was announced.
   */
  seenByAll?: SeenByAll;
  /** UTC ms. */
  createdAt: number;
  changedAt: number;
}
