import type { Audience } from '../../people/index.ts';

/** A calendar to subscribe to. Whoever knows its address can read it, as calendars ask for no name. */
export interface CalendarFeed {
  /** Short, to name it by; tells nothing of its address. */
  id: string;
  /** What is in it: sessions for this audience, and for wider ones; null when it is one person's. */
  audience: Audience | null;
  /** Slack id of whose own it is: what is in it are the sessions they are going or may come to. */
  person: string | null;
  /** UTC ms. */
  createdAt: number;
  /** UTC ms; null as long as it can be read. */
  revokedAt: number | null;
}

/** Feeds by what their addresses hold, of which only a hash is kept. */
export interface CalendarFeedStore {
  add(feed: CalendarFeed, tokenHash: string): Promise<void>;
  findByHash(tokenHash: string): Promise<CalendarFeed | null>;
  /** Oldest first. */
  list(): Promise<CalendarFeed[]>;
  /** Returns false when there is no feed with this id that can be read. */
  revoke(id: string, at: number): Promise<boolean>;
  /** A person's own that can be read, newest first. */
  ofPerson(person: string): Promise<CalendarFeed[]>;
}
