import type { NoticeContent } from '../notice.ts';

/** What somebody says to the invitation to a session. */
export const sessionReplies = ['going', 'maybe', 'cannot'] as const;
export type SessionReply = (typeof sessionReplies)[number];

/** One person's reply as it is kept. */
export interface KeptReply {
  /** Slack id. */
  person: string;
  reply: SessionReply;
  /**
   * Order in which people asked for a place: a number that only grows. Whoever changes to `going`
   * again asks anew.
   */
  place: number;
}

/** Who has a place in a session, and who waits for one. */
export interface Places {
  /** With a place, in the order in which they asked. */
  going: string[];
  /** Without one yet, in that order. */
  waiting: string[];
  maybe: string[];
  cannot: string[];
  /** Null when there is no limit. */
  left: number | null;
}

/** Most people with a place; null when there is no limit. */
export function capacityOf({ details }: Pick<NoticeContent, 'details'>): number | null {
  return details.kind === 'session' ? details.capacity : null;
}

/**
 * Gives places to those who asked first. Nobody holds a place as such: it follows from the order of
 * replies and the capacity, so that a place that becomes free, or a capacity that is raised, lets the
 * next one in without anything being moved.
 *
 * @param capacity - Most people with a place; null when there is no limit.
 */
export function givePlaces(replies: readonly KeptReply[], capacity: number | null): Places {
  const inOrder = [...replies].sort((one, other) => one.place - other.place);
  const of = (wanted: SessionReply): string[] =>
    inOrder.filter(({ reply }) => reply === wanted).map(({ person }) => person);
  const asking = of('going');
  const room = capacity ?? asking.length;
  return {
    going: asking.slice(0, room),
    waiting: asking.slice(room),
    maybe: of('maybe'),
    cannot: of('cannot'),
    left: capacity === null ? null : Math.max(0, capacity - asking.length),
  };
}

/** What somebody replied; null when they have not. */
export function replyOf(
  person: string,
  { going, waiting, maybe, cannot }: Places,
): SessionReply | null {
  if (going.includes(person) || waiting.includes(person)) return 'going';
  if (maybe.includes(person)) return 'maybe';
  return cannot.includes(person) ? 'cannot' : null;
}

/** Those who waited and have a place now. */
export function promotedSince(before: Places, now: Places): string[] {
  return now.going.filter((person) => before.waiting.includes(person));
}

/** Those who had a place and have to wait, as when the capacity was lowered. */
export function displacedSince(before: Places, now: Places): string[] {
  return now.waiting.filter((person) => before.going.includes(person));
}
