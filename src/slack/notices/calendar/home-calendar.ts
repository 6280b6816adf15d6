import { button } from '../../blocks/button.ts';
import { day, markup } from '../../blocks/markup.ts';
import { section } from '../../blocks/piece.ts';
import { plainTextObject } from '../../blocks/plain-text.ts';

/** What somebody's App Home shows of their own calendar. */
export interface HomeCalendar {
  /** When the address that they have was made, UTC ms; null when they have none. */
  madeAt: number | null;
}

/** Action ids of the buttons with which people subscribe, and take their address back. */
export const ownCalendarActions = {
  subscribe: 'own-calendar-subscribe',
  renew: 'own-calendar-renew',
  revoke: 'own-calendar-revoke',
} as const;

/** Blocks of App Home with which people have their sessions in their calendar. */
export function homeCalendar({ madeAt }: HomeCalendar): object[] {
  return [
    { type: 'header', text: plainTextObject('Your sessions in your calendar', 150) },
    ...(madeAt === null ? offer() : standing(madeAt)),
  ];
}

function offer(): object[] {
  const text =
    'Subscribe once, and the sessions that you are going or may come to are in your calendar, with every change.';
  const subscribe = button({
    actionId: ownCalendarActions.subscribe,
    text: 'Subscribe to my sessions',
  });
  return [section(markup`${text}`, text).block, { type: 'actions', elements: [subscribe] }];
}

function standing(madeAt: number): object[] {
  const text =
    'It is shown only when it is made. If you have lost it, or somebody else knows it, make a new one.';
  const renew = button({
    actionId: ownCalendarActions.renew,
    text: 'New address',
    label: 'New address of my calendar',
    confirm: {
      title: 'Make a new address?',
      text: 'The address you have leads nowhere from then on: subscribe to the new one in your calendar.',
      confirm: 'Make a new one',
      deny: 'Keep it',
    },
  });
  const revoke = button({
    actionId: ownCalendarActions.revoke,
    text: 'End it',
    label: 'End the address of my calendar',
    confirm: {
      title: 'End your calendar’s address?',
      text: 'It leads nowhere from then on. Your replies to sessions stay as they are.',
      confirm: 'End it',
      deny: 'Keep it',
    },
  });
  return [
    section(markup`Your calendar has an address, made on ${day(madeAt)}. ${text}`, text).block,
    { type: 'actions', elements: [renew, revoke] },
  ];
}
