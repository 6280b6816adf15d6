import type { Notice, SessionDetails } from '../../src/notices/index.ts';

/** A session on a Tuesday afternoon, announced two weeks before. */
export function sampleSession(
  change: Partial<Notice> = {},
  details: Partial<SessionDetails> = {},
): Notice {
  return {
    id: 'n1',
    details: {
      kind: 'session',
      title: 'Discharge, together',
      description: 'Two wards tell of a year.',
      start: '2026-11-24T14:00',
      end: '2026-11-24T15:30',
      zone: 'Europe/London',
      place: 'Room 2',
      link: null,
      speakers: [],
      capacity: null,
      papers: [],
      ...details,
    },
    audience: 'members',
    channels: ['C1', 'C2'],
    people: [],
    announceAt: Date.parse('2026-11-10T09:00:00Z'),
    reminders: [10_080, 1_440, 60],
    remindIn: 'direct-message',
    state: 'scheduled',
    author: 'U1',
    approval: null,
    approvedBy: null,
    seriesId: null,
    version: 0,
    lastChange: null,
    createdAt: Date.parse('2026-11-01T09:00:00Z'),
    changedAt: Date.parse('2026-11-01T09:00:00Z'),
    ...change,
  };
}
