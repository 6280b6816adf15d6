import {
  announcedIn,
  type Notice,
  type NoticePart,
  type Outbox,
  withheldParts,
} from '../../../notices/index.ts';

/** What a change of a notice meets that is there already. */
export interface CardsThere {
  /** Ids of the channels and people that have its card, or get it just now. */
  places: readonly string[];
  /** Those and where it was kept out: a change posts nothing anew there. */
  tried: readonly string[];
  /** What is new besides the time and place, so that not everybody may see it. */
  isNew: readonly NoticePart[];
}

/** Of a notice that nobody has yet. */
export const noCards: CardsThere = { places: [], tried: [], isNew: [] };

/** @param target the notice that is changed; null for a new one. @param now UTC ms. */
export async function findCardsThere(
  outbox: Pick<Outbox, 'of'>,
  draft: Notice,
  target: Notice | null,
  now: number,
): Promise<CardsThere> {
  if (target === null) return noCards;
  const tasks = await outbox.of(target.id);
  const begun = tasks.filter(({ occasion, dueAt }) => occasion === 'announcement' && dueAt <= now);
  return {
    places: announcedIn(tasks, { soon: now }),
    tried: begun.map(({ place }) => place),
    isNew: withheldParts(target, draft),
  };
}
