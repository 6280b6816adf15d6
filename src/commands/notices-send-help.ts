/** What a file of notices may say. */
export const noticeFileHelp = `
A file holds one notice, or a list of them:

  - id: discharge-2026-11             # sent once, however often the file is sent
    session: Discharge, together
    start: Tuesday 24 November 2026 2pm to 3:30pm   # or 2026-11-24T14:00Z, with end: 15:30
    zone: Europe/London               # else NOTICE_TIME_ZONE
    place: Room 2                     # and, or instead, link: https://...
    description: Two wards tell of a year.
    speakers: [Dr Mina Okafor]
    capacity: 40
    papers: [shared-clinics.md]       # ids or sources; see: concord library list
    audience: members                 # public, members, leads, staff or group:NAME
    channels: ['#general', C0123456789]
    people: [U0123456789]
    author: U0123456789               # or --as; told what became of it
    announce: Monday 9am              # at once when left out
    reminders: [10080, 1440, 60]      # minutes before, or none; else NOTICE_REMINDERS
    remind-in: direct-message         # or thread
    repeat: FREQ=WEEKLY;COUNT=6       # a rule of iCalendar (RFC 5545)
    except: [2026-12-29]
  - publication: shared-clinics.md    # id or source
    text: What they learned in a year.
    channels: ['#general']

Nothing is sent unless all of it is right. A notice with an id that was sent before is left as it is.`;
