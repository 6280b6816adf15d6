import type { NewInboxEvent } from '../../messaging/index.ts';
import { type AskedCommand, readAskedCommand } from './asked-command.ts';
import { type AskedInModal, readAskedInModal } from './asked-in-modal.ts';
import { type ChangedMessage, readChangedMessage } from './changed-message.ts';
import { type DeletedMessage, readDeletedMessage } from './deleted-message.ts';
import { type IncomingMessage, readIncomingMessage } from './incoming-message.ts';
import { type OwedReport, placeOfReport, readOwedReport } from './owed-report.ts';
import { readShareRequest, type ShareRequest } from './share-request.ts';

/** What people did that Concord owes them something for, and must not lose. */
export type OwedEvent =
  | { kind: 'message'; message: IncomingMessage }
  | { kind: 'changed'; changed: ChangedMessage }
  | { kind: 'deleted'; deleted: DeletedMessage }
  | { kind: 'command'; command: AskedCommand }
  | { kind: 'modal'; asked: AskedInModal }
  | { kind: 'share'; request: ShareRequest }
  | OwedReport;

/** Reads what came from Slack; null for everything that need not be kept until it is dealt with. */
export function readOwedEvent(body: unknown, ownUser: string): OwedEvent | null {
  const message = readIncomingMessage(body, ownUser);
  if (message !== null) return { kind: 'message', message };
  const changed = readChangedMessage(body, ownUser);
  if (changed !== null) return { kind: 'changed', changed };
  const deleted = readDeletedMessage(body, ownUser);
  if (deleted !== null) return { kind: 'deleted', deleted };
  const command = readAskedCommand(body);
  if (command !== null) return { kind: 'command', command };
  const asked = readAskedInModal(body);
  if (asked !== null) return { kind: 'modal', asked };
  const request = readShareRequest(body);
  return request === null ? readOwedReport(body) : { kind: 'share', request };
}

/** Conversation of what is written in a thread. */
export function conversationOf({ channel, thread }: { channel: string; thread: string }): string {
  return `${channel}:${thread}`;
}

/** Its place in the inbox. */
export function placeInInbox(owed: OwedEvent): Omit<NewInboxEvent, 'body'> {
  switch (owed.kind) {
    case 'message': {
      const { eventId, user: person, ts: position } = owed.message;
      return { eventId, conversation: conversationOf(owed.message), position, person };
    }
    case 'changed': {
      const { message, changedAt } = owed.changed;
      const { eventId, user: person } = message;
      const position = afterwards(message.ts, changedAt);
      return { eventId, conversation: conversationOf(message), position, person };
    }
    case 'deleted': {
      const { eventId, ts, user: person, deletedAt } = owed.deleted;
      const position = afterwards(ts, deletedAt);
      return { eventId, conversation: conversationOf(owed.deleted), position, person };
    }
    case 'command': {
      const { eventId, user: person } = owed.command;
      return { eventId, conversation: eventId, position: eventId, person };
    }
    case 'modal': {
      const { eventId, user: person, about, readers } = owed.asked;
      if (about === null || readers === 'only-me') {
        return { eventId, conversation: eventId, position: eventId, person };
      }
      const position = afterwards(about.ts, eventId);
      return { eventId, conversation: conversationOf(about), position, person };
    }
    case 'share': {
      const { eventId, user: person, exchangeId, pressedAt: position } = owed.request;
      return { eventId, conversation: `share:${exchangeId}`, position, person };
    }
    default:
      return placeOfReport(owed);
  }
}

/** Right after the message itself, before whatever was written after it. */
function afterwards(ts: string, then: string): string {
  return `${ts}~${then}`;
}
