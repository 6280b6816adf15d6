import type { App, ReceiverEvent } from '@slack/bolt';
import type { ClaimedEvent, Inbox } from '../../messaging/index.ts';
import type { Log } from '../../observability/log.ts';
import { conversationOf, type OwedEvent, placeInInbox, readOwedEvent } from './owed-event.ts';
import { readStoppedSession } from './stopped-session.ts';

export interface Intake {
  /** Runs a stored event through Bolt's middleware and listeners; throws what they throw. */
  process(event: ClaimedEvent, signal: AbortSignal): Promise<void>;
}

export interface IntakeOptions {
  app: App;
  inbox: Inbox;
  ownUser: string;
  /** Whether anything has to be done about it; what does not concern Concord is not kept. */
  concernsUs(owed: OwedEvent): Promise<boolean>;
  /**
   * What is wrong with a form, by block id, in words for the person; empty when nothing is. To be
   * known within two seconds.
   */
  problemsIn(owed: OwedEvent): Promise<Record<string, string>>;
  /** Somebody wants whatever is done in a conversation to stop. */
  requestStop(conversation: string): Promise<unknown>;
  /** Something was stored. */
  onStored(): void;
  log: Log;
}

const signalKey = 'concordSignal';

/** The signal of the event that a listener deals with; one that never aborts outside the inbox. */
export function abortSignalOf(context: Record<string, unknown>): AbortSignal {
  const signal = context[signalKey];
  return signal instanceof AbortSignal ? signal : new AbortController().signal;
}

/**
 * Puts the inbox between Slack and Bolt. Bolt acknowledges an event before any listener has seen
 * it, so that a crash would lose it; here everything that Concord owes something for is stored
 * first, acknowledged, and handed to Bolt from the inbox. The rest goes through Bolt as usual.
 *
 * If storing fails nothing is acknowledged: Slack delivers an event again, and tells a person that
 * their command or button did not work.
 */
export function installIntake(options: IntakeOptions): Intake {
  const { app, inbox, ownUser, log } = options;
  const processWithBolt = app.processEvent.bind(app);

  async function store(owed: OwedEvent, body: unknown): Promise<void> {
    // What does not concern Concord is not kept, not even for a moment.
    if (!(await options.concernsUs(owed))) return;
    const place = placeInInbox(owed);
    const isNew = await inbox.add({ ...place, body });
    log.info({ event: place.eventId, kind: owed.kind, repeated: !isNew }, 'event-stored');
    // The new wording takes the place of a question that nobody has taken up yet.
    if (owed.kind === 'changed') await inbox.withdraw(place.conversation, owed.changed.message.ts);
    if (owed.kind === 'deleted') await inbox.withdraw(place.conversation, owed.deleted.ts);
  }

  async function acknowledge(event: ReceiverEvent, response?: unknown): Promise<void> {
    await event.ack(response).catch(() => log.warn({}, 'acknowledgement-failed'));
  }

  app.processEvent = async (event: ReceiverEvent) => {
    const { body } = event;
    const stopped = readStoppedSession(body);
    if (stopped !== null) {
      await options.requestStop(conversationOf(stopped));
      log.info({ event: stopped.eventId }, 'stop-requested');
      return acknowledge(event);
    }
    const owed = readOwedEvent(body, ownUser);
    if (owed === null) return isMessageEvent(body) ? acknowledge(event) : processWithBolt(event);
    const problems = await options.problemsIn(owed);
    if (Object.keys(problems).length > 0) {
      return acknowledge(event, { response_action: 'errors', errors: problems });
    }
    await store(owed, body);
    await acknowledge(event);
    options.onStored();
  };

  return {
    process: ({ body }, signal) =>
      processWithBolt({
        body: body as ReceiverEvent['body'],
        ack: async () => {},
        customProperties: { [signalKey]: signal },
      }),
  };
}

function isMessageEvent(body: ReceiverEvent['body']): boolean {
  const type: unknown = body.event?.type;
  return type === 'message' || type === 'app_mention';
}
