import type { App, ReceiverEvent } from '@slack/bolt';
import type { ClaimedEvent, Inbox } from '../messaging/index.ts';
import type { Log } from '../observability/log.ts';
import { type IncomingMessage, readIncomingMessage } from './incoming-message.ts';

export interface Intake {
  /** Runs a stored event through Bolt's middleware and listeners; throws what they throw. */
  process(event: ClaimedEvent, signal: AbortSignal): Promise<void>;
}

export interface IntakeOptions {
  app: App;
  inbox: Inbox;
  ownUser: string;
  /** Whether Concord wrote in a thread. */
  wroteInThread(channel: string, thread: string): Promise<boolean>;
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
 * it, so that a crash would lose it; here messages are stored first, acknowledged, and handed to
 * Bolt from the inbox. Everything else goes through Bolt as usual.
 *
 * If storing fails nothing is acknowledged, and Slack delivers the event again.
 */
export function installIntake(options: IntakeOptions): Intake {
  const { app, inbox, ownUser, log } = options;
  const processWithBolt = app.processEvent.bind(app);

  async function concernsUs(message: IncomingMessage): Promise<boolean> {
    if (message.kind === 'unaddressed') return false;
    if (message.kind !== 'thread-reply') return true;
    const { channel, thread } = message;
    if (await options.wroteInThread(channel, thread)) return true;
    return inbox.hasOpen(conversationOf(message));
  }

  async function store(message: IncomingMessage, body: unknown): Promise<void> {
    // What does not concern Concord is not kept, not even for a moment.
    if (!(await concernsUs(message))) return;
    const isNew = await inbox.add({
      eventId: message.eventId,
      conversation: conversationOf(message),
      position: message.ts,
      person: message.user,
      body,
    });
    log.info({ event: message.eventId, kind: message.kind, repeated: !isNew }, 'event-stored');
  }

  app.processEvent = async (event: ReceiverEvent) => {
    if (!isMessageEvent(event.body)) return processWithBolt(event);
    const message = readIncomingMessage(event.body, ownUser);
    if (message !== null) await store(message, event.body);
    await event.ack().catch(() => log.warn({}, 'acknowledgement-failed'));
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

function conversationOf({ channel, thread }: IncomingMessage): string {
  return `${channel}:${thread}`;
}

function isMessageEvent(body: ReceiverEvent['body']): boolean {
  const type: unknown = body.event?.type;
  return type === 'message' || type === 'app_mention';
}
