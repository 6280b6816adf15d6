import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeError } from './describe-error.ts';
import { createEventHandling, type EventHandlingOptions } from './event-handling.ts';
import { createEventsInHand } from './events-in-hand.ts';
import { pause } from './pause.ts';

const tidyEveryMs = 60 * 60_000;
/** How soon a wish to stop that another process was told of is noticed. */
const lookForStopsEveryMs = 400;

export interface InboxWorkerOptions extends EventHandlingOptions {
  /** Most conversations in hand at once. */
  parallel: number;
  leaseMs: number;
  /** Longest time between two looks for events that others stored or let go. */
  pollMs: number;
  /** How long `stop` waits for events in hand before it aborts them, and again after that. */
  graceMs: number;
  /** How long finished events are kept, so that they are known when they are delivered again. */
  keepMs: number;
}

export interface InboxWorker {
  start(): void;
  /** An event was stored: look now. */
  wake(): void;
  /**
   * Stops the handling of all open events of a conversation: at once here, soon in other processes,
   * and from the beginning for events that nobody has taken up yet.
   *
   * @returns how many events are open.
   */
  requestStop(conversation: string): Promise<number>;
  /** Takes up nothing more, waits for what is in hand, hands back what does not end in time. */
  stop(): Promise<void>;
}

/** Deals with the inbox's events: conversations side by side, each in its order. */
export function createInboxWorker(options: InboxWorkerOptions): InboxWorker {
  const { inbox, clock, log, owner, leaseMs } = options;
  const inHand = createEventsInHand();
  const stopping = new AbortController();
  const deal = createEventHandling(options, stopping.signal);
  let running = false;
  let pumping: Promise<void> | null = null;
  let wokenMeanwhile = false;
  let timer: NodeJS.Timeout | undefined;
  let renewal: NodeJS.Timeout | undefined;
  let tidying: NodeJS.Timeout | undefined;
  let stopsSought: NodeJS.Timeout | undefined;

  async function takeUpAll(): Promise<void> {
    while (running && inHand.size < options.parallel) {
      const event = await inbox.claim(owner, leaseMs);
      if (event === null) break;
      inHand.take(event, deal, pump);
      // What comes in meanwhile is stored and acknowledged before the next one is taken up.
      await nextTurn();
    }
    clearTimeout(timer);
    if (inHand.size >= options.parallel) return;
    const due = await inbox.nextDue();
    const wait = due === null ? options.pollMs : Math.max(10, due - clock.now());
    if (running) timer = setTimeout(pump, Math.min(wait, options.pollMs));
  }

  function pump(): void {
    if (!running) return;
    if (pumping !== null) {
      wokenMeanwhile = true;
      return;
    }
    pumping = takeUpAll()
      .catch((error: unknown) => {
        log.error({ reason: describeError(error) }, 'inbox-claim-failed');
        clearTimeout(timer);
        timer = setTimeout(pump, options.pollMs);
      })
      .finally(() => {
        pumping = null;
        if (wokenMeanwhile) {
          wokenMeanwhile = false;
          pump();
        }
      });
  }

  async function renew(): Promise<void> {
    if (inHand.size === 0) return;
    await inbox.renew(owner, leaseMs).catch((error: unknown) => {
      log.error({ reason: describeError(error) }, 'lease-renewal-failed');
    });
  }

  async function lookForStops(): Promise<void> {
    if (inHand.size === 0) return;
    await inbox
      .stopRequests(owner)
      .then(inHand.stop)
      .catch((error: unknown) => {
        log.error({ reason: describeError(error) }, 'stop-requests-unread');
      });
  }

  async function tidyUp(): Promise<void> {
    await inbox.forgetFinished(clock.now() - options.keepMs).catch((error: unknown) => {
      log.error({ reason: describeError(error) }, 'inbox-tidying-failed');
    });
  }

  return {
    start() {
      running = true;
      renewal = setInterval(renew, leaseMs / 3);
      tidying = setInterval(tidyUp, tidyEveryMs);
      stopsSought = setInterval(lookForStops, lookForStopsEveryMs);
      pump();
    },
    wake: pump,
    async requestStop(conversation) {
      const open = await inbox.requestStop(conversation);
      inHand.stopConversation(conversation);
      return open;
    },
    async stop() {
      running = false;
      await pumping;
      clearTimeout(timer);
      clearInterval(tidying);
      if (!(await endsWithin(options.graceMs))) {
        stopping.abort(new Error('stopping'));
        await endsWithin(options.graceMs);
      }
      clearInterval(renewal);
      clearInterval(stopsSought);
      await inbox.release(owner);
    },
  };

  async function endsWithin(milliseconds: number): Promise<boolean> {
    const cancel = new AbortController();
    const tooLong = pause(milliseconds, cancel.signal).then(
      () => false,
      () => true,
    );
    const ended = await Promise.race([inHand.allEnded().then(() => true), tooLong]);
    cancel.abort();
    return ended;
  }
}
