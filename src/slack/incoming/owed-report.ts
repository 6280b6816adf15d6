import type { NewInboxEvent } from '../../messaging/index.ts';
import { type AskedFileSummary, readAskedFileSummary } from './asked-file-summary.ts';
import type { AskedReport } from './asked-report.ts';
import { type BegunReport, readBegunReport } from './begun-report.ts';
import { type PapersPress, readPapersPress } from './papers-press.ts';
import { readAskedReport } from './read-asked-report.ts';
import {
  compareCommand,
  type ReportCommand,
  readReportCommand,
  summariseCommand,
} from './report-command.ts';
import { type ReportShare, readReportShare } from './report-share.ts';

/** What people did to get a report or to show it to others. */
export type OwedReport =
  | { kind: 'report-asked'; asked: AskedReport }
  | { kind: 'report-begun'; begun: BegunReport }
  | { kind: 'summarise-command'; command: ReportCommand }
  | { kind: 'compare-command'; command: ReportCommand }
  | { kind: 'report-share'; share: ReportShare }
  | { kind: 'file-asked'; file: AskedFileSummary }
  | { kind: 'papers-asked'; press: PapersPress };

/** Null for anything else. */
export function readOwedReport(body: unknown): OwedReport | null {
  const asked = readAskedReport(body);
  if (asked !== null) return { kind: 'report-asked', asked };
  const begun = readBegunReport(body);
  if (begun !== null) return { kind: 'report-begun', begun };
  const command = readReportCommand(summariseCommand, body);
  if (command !== null) return { kind: 'summarise-command', command };
  const compared = readReportCommand(compareCommand, body);
  if (compared !== null) return { kind: 'compare-command', command: compared };
  const share = readReportShare(body);
  if (share !== null) return { kind: 'report-share', share };
  const file = readAskedFileSummary(body);
  if (file !== null) return { kind: 'file-asked', file };
  const press = readPapersPress(body);
  return press === null ? null : { kind: 'papers-asked', press };
}

/** Its place in the inbox. */
export function placeOfReport(owed: OwedReport): Omit<NewInboxEvent, 'body'> {
  switch (owed.kind) {
    case 'report-asked':
      return onItsOwn(owed.asked);
    case 'summarise-command':
    case 'compare-command':
      return onItsOwn(owed.command);
    case 'report-begun': {
      const { eventId, user: person, channel, thread } = owed.begun;
      // Where somebody can press Stop, and ask about it when it is there.
      return { eventId, conversation: `${channel}:${thread}`, position: thread, person };
    }
    case 'report-share': {
      const { eventId, user: person, reportId } = owed.share;
      return { eventId, conversation: `share:${reportId}`, position: eventId, person };
    }
    case 'papers-asked': {
      const { eventId, user: person, channel, thread } = owed.press;
      // One after the other, so that each is written once.
      const conversation = `${channel}:${thread}`;
      return { eventId, conversation, position: `${thread}~${eventId}`, person };
    }
    case 'file-asked': {
      const { eventId, user: person, pressedIn, begunIn } = owed.file;
      if (begunIn !== null) {
        const { channel, thread } = begunIn;
        return { eventId, conversation: `${channel}:${thread}`, position: thread, person };
      }
      if (pressedIn === null) return onItsOwn(owed.file);
      const { channel, thread, ts } = pressedIn;
      return {
        eventId,
        conversation: `${channel}:${thread}`,
        position: `${ts}~${eventId}`,
        person,
      };
    }
  }
}

function onItsOwn({ eventId, user: person }: { eventId: string; user: string }) {
  return { eventId, conversation: eventId, position: eventId, person };
}
