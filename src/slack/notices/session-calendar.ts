import { type CalendarSession, calendarDomain, writeCalendar } from '../../notices/index.ts';

/** The file that puts a session into a calendar, changes it there, or takes it out. */
export function sessionCalendar(session: CalendarSession): string {
  const name = session.details.title;
  return writeCalendar([session], { purpose: 'session', name, domain: calendarDomain });
}
