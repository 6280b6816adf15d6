import type { CalendarSession } from '../../notices/index.ts';
import { writeCalendar } from '../../notices/index.ts';

/** Makes ids of events unique in the world; ids of notices are so by themselves. */
export const calendarDomain = 'concord';

/** The file that puts a session into a calendar, changes it there, or takes it out. */
export function sessionCalendar(session: CalendarSession): string {
  const name = session.details.title;
  return writeCalendar([session], { purpose: 'session', name, domain: calendarDomain });
}
