import { listenToAction } from '../interactions/listen-to-action.ts';
import { publishHome } from '../interactions/publish-home.ts';
import { calendarAddressView } from '../notices/calendar/address-view.ts';
import { ownCalendarActions } from '../notices/calendar/home-calendar.ts';
import type { RegisterListener } from './listener.ts';

const notServed = 'Calendars to subscribe to are not offered here any more.';

/** Gives people the address of their own calendar, anew as often as they want, and ends it. */
export const listenToOwnCalendars: RegisterListener = (context) => {
  const { ownCalendars } = context.notices;
  const { subscribe, renew, revoke } = ownCalendarActions;
  for (const actionId of [subscribe, renew]) {
    const options = {
      actionId,
      interaction: 'calendar-subscribe',
      failed: 'The address of your calendar could not be made, or not be shown.',
    };
    listenToAction(context, options, async ({ person }, answer) => {
      if (ownCalendars === null) return answer.tell(notServed);
      await answer.open(calendarAddressView(await ownCalendars.renew(person)));
      await publishHome(context, person, { hash: null });
    });
  }
  const options = {
    actionId: revoke,
    interaction: 'calendar-end',
    failed: 'The address of your calendar could not be ended, or not be shown as ended.',
  };
  listenToAction(context, options, async ({ person }, answer) => {
    if (ownCalendars === null) return answer.tell(notServed);
    await ownCalendars.revoke(person);
    await publishHome(context, person, { hash: null });
  });
};
