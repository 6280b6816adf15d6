import type { CalendarConfig } from './config-calendar.ts';
import type { CalendarFeeds } from './notices/index.ts';
import type { OwnCalendars } from './slack/index.ts';

/** People's own calendars at their addresses; null when no calendars are served. */
export function composeOwnCalendars(
  calendar: CalendarConfig | null,
  feeds: Pick<CalendarFeeds, 'of' | 'createFor' | 'revokeOf'>,
): OwnCalendars | null {
  if (calendar === null) return null;
  return {
    madeAt: async (person) => (await feeds.of(person))?.createdAt ?? null,
    renew: async (person) => {
      const { token } = await feeds.createFor(person);
      return `${calendar.publicUrl}/calendar/${token}.ics`;
    },
    revoke: (person) => feeds.revokeOf(person),
  };
}
