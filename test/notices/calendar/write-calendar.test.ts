import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  type CalendarOptions,
  type CalendarSession,
  writeCalendar,
} from '../../../src/notices/calendar/write-calendar.ts';

const changed = Date.parse('2026-11-20T09:30:00Z');

function session(
  details: Partial<CalendarSession['details']> = {},
  notice: Partial<CalendarSession['notice']> = {},
): CalendarSession {
  return {
    notice: {
      id: 'n1',
      version: 0,
      state: 'scheduled',
      createdAt: Date.parse('2026-11-01T09:00:00Z'),
      changedAt: changed,
      ...notice,
    },
    details: {
      kind: 'session',
      title: 'Discharge, together; what works',
      description: 'Two wards tell of a year.\nBring questions.',
      start: '2027-07-06T14:00',
      end: '2027-07-06T15:30',
      zone: 'Europe/London',
      place: 'Room 2, Town Hall',
      link: 'https://meet.example.org/discharge?room=2',
      speakers: ['A. Speaker', 'B. Speaker'],
      capacity: 12,
      papers: ['p1'],
      ...details,
    },
    papers: [{ title: 'Shared clinics', link: 'https://example.org/shared' }],
    permalink: 'https://example.slack.com/archives/C1/p1',
  };
}

/** As another program reads it. */
function read(sessions: readonly CalendarSession[], purpose: CalendarOptions['purpose']) {
  const text = writeCalendar(sessions, { purpose, name: 'Sessions', domain: 'concord.example' });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    start: new ICAL.Event(event).startDate.toJSDate().toISOString(),
    end: new ICAL.Event(event).endDate.toJSDate().toISOString(),
    summary: event.getFirstPropertyValue('summary'),
    description: event.getFirstPropertyValue('description'),
    location: event.getFirstPropertyValue('location'),
    url: event.getFirstPropertyValue('url'),
    status: event.getFirstPropertyValue('status'),
  }));
  return { text, method: calendar.getFirstPropertyValue('method'), events };
}

describe('a calendar file', () => {
  test('says when, where and what, in UTC', () => {
    const { method, events } = read([session()], 'session');
    expect(method).toBe('PUBLISH');
    expect(events).toEqual([
      {
        uid: 'n1@concord.example',
        sequence: 0,
        start: '2027-07-06T13:00:00.000Z',
        end: '2027-07-06T14:30:00.000Z',
        summary: 'Discharge, together; what works',
        description: [
          'Two wards tell of a year.\nBring questions.',
          'Speaking: A. Speaker, B. Speaker',
          'Join: https://meet.example.org/discharge?room=2',
          'To read:\n- Shared clinics: https://example.org/shared',
          'In Slack: https://example.slack.com/archives/C1/p1',
        ].join('\n\n'),
        location: 'Room 2, Town Hall',
        url: 'https://meet.example.org/discharge?room=2',
        status: 'CONFIRMED',
      },
    ]);
  });

  test('of a session that moved changes the event that a calendar has', () => {
    const before = read([session()], 'session').events[0];
    const moved = read(
      [session({ start: '2027-07-07T14:00', end: '2027-07-07T15:00' }, { version: 3 })],
      'session',
    ).events[0];
    expect(moved?.uid).toBe(before?.uid);
    expect(moved?.sequence).toBe(3);
    expect(moved?.start).toBe('2027-07-07T13:00:00.000Z');
  });

  test('takes a cancelled session out of a calendar', () => {
    const cancelled = session({}, { state: 'cancelled', version: 1 });
    const file = read([cancelled], 'session');
    expect(file.method).toBe('CANCEL');
    expect(file.events[0]).toMatchObject({ sequence: 1, status: 'CANCELLED' });
    // A feed is not taken out as a whole.
    expect(read([cancelled], 'feed')).toMatchObject({
      method: 'PUBLISH',
      events: [{ status: 'CANCELLED' }],
    });
  });

  test('of nothing is a calendar, too', () => {
    expect(read([], 'feed')).toMatchObject({ method: 'PUBLISH', events: [] });
  });

  test('says that a session without a place is online', () => {
    expect(read([session({ place: null })], 'feed').events[0]?.location).toBe('Online');
    expect(read([session({ place: null, link: null })], 'feed').events[0]?.location).toBeNull();
  });
});

test('whatever people write, other programs read it back, in lines that are not too long', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((one) => one.trim());
  fc.assert(
    fc.property(text, text, (title, description) => {
      const { text: file, events } = read([session({ title: `T${title}`, description })], 'feed');
      expect(events).toHaveLength(1);
      const flat = (value: unknown): string => String(value).replace(/\s+/g, ' ');
      expect(flat(events[0]?.summary)).toBe(flat(`T${title}`));
      for (const line of file.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
  );
});
