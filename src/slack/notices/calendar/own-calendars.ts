/** Calendars that people subscribe to, each at an address of their own. */
export interface OwnCalendars {
  /** When the address that somebody has was made, UTC ms; null when they have none. */
  madeAt(person: string): Promise<number | null>;
  /** Makes an address, known only now; earlier ones of theirs lead nowhere from now on. */
  renew(person: string): Promise<string>;
  /** From now on no address of theirs leads anywhere. */
  revoke(person: string): Promise<void>;
}
