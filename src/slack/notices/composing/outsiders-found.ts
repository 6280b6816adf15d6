import { createHash } from 'node:crypto';
import type { Notice } from '../../../notices/index.ts';
import type { CardsThere } from './cards-there.ts';
import type { Reach } from './reach.ts';

/** Guests, people of other organisations and whoever left, whom a notice's audience leaves out. */
export interface OutsidersFound {
  /** Who would get it whom its audience forbids to: then it cannot be sent like this. */
  forbidden: Reach['outsiders'];
  /** Who has its card before them already: it is put right all the same. */
  atCards: Reach['outsiders'];
  /**
   * Stands for what staff are asked before what is new is shown to these, or where nobody can say
   * who is there; another when these are others. Null when there is nothing to ask.
   */
  question: string | null;
}

export function findOutsidersAmong({
  notice,
  reach,
  cards,
}: {
  notice: Pick<Notice, 'audience'>;
  reach: Reach;
  cards: CardsThere;
}): OutsidersFound {
  const outsiders = notice.audience === 'public' ? [] : reach.outsiders;
  const among = (places: readonly string[]) => (one: Reach['outsiders'][number]) =>
    places.includes(one.channel ?? one.person);
  const atCards = outsiders.filter(among(cards.places));
  const isTried = among(cards.tried);
  const isSure = notice.audience === 'public' || (reach.isComplete && atCards.length === 0);
  const isAsked = cards.places.length > 0 && cards.isNew.length > 0 && !isSure;
  return {
    forbidden: outsiders.filter((one) => !isTried(one)),
    atCards,
    question: isAsked ? fingerprint(atCards, reach.isComplete) : null,
  };
}

function fingerprint(outsiders: Reach['outsiders'], isComplete: boolean): string {
  const named = outsiders.map(({ person, channel }) => `${person} ${channel ?? ''}`).toSorted();
  return createHash('sha256')
    .update(JSON.stringify([named, isComplete]))
    .digest('hex');
}
