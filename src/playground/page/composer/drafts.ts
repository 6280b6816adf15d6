/** Where a draft is kept: who writes, in which conversation, in which thread. */
export interface DraftPlace {
  person: string;
  channel: string;
  thread: string | null;
}

const key = ({ person, channel, thread }: DraftPlace): string =>
  ['draft', person, channel, thread ?? ''].join(':');

/** What somebody has begun to write; empty when nothing. */
export const readDraft = (storage: Storage, place: DraftPlace): string =>
  storage.getItem(key(place)) ?? '';

/** Keeps what somebody writes until it is sent. */
export function keepDraft(storage: Storage, place: DraftPlace, text: string): void {
  if (text === '') storage.removeItem(key(place));
  else storage.setItem(key(place), text);
}
