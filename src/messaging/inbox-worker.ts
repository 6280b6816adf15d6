import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClaimLoop } from './claim-loop.ts';
import { describeError } from './describe-error.ts';
import { endsWithin } from './ends-within.ts';
import { createEventHandling, type EventHandlingOptions } from './event-handling.ts';
import { createEventsInHand } from './events-in-hand.ts';

const tidyEveryMs = 60 * 60_000;
/** How soon a wish to stop that another process was told of is noticed. */
const lookForStopsEveryMs = 400;
/** Whatever takes longer waits for something else, such as a model that reads a long text. */
const usuallyLongAfterMs = 15_000;
/** So many times as many are in hand at most, with those that take long. */
const mostLongShare = 10;

export interface InboxWorkerOptions extends EventHandlingOptions {
  /** Most conversations in hand at once, but for those that take long: nobody has to wait for these. */
  parallel: number;
  /** After how long in hand one takes long; 15 s when left out. */
  longAfterMs?: number;
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
  const inHand = createEventsInHand(options.longAfterMs ?? usuallyLongAfterMs);
  const stopping = new AbortController();
  const deal = createEventHandling(options, stopping.signal);
  const loop = createClaimLoop({
    takeUp: async () => {
      const event = await inbox.claim(owner, leaseMs);
      if (event === null) return false;
      inHand.take(event, deal, () => loop.wake());
      // What comes in meanwhile is stored and acknowledged before the next one is taken up.
      await nextTurn();
      return true;
    },
    hasRoom: () =>
      inHand.recent < options.parallel && inHand.size < options.parallel * mostLongShare,
    nextDue: () => inbox.nextDue(),
    pollMs: options.pollMs,
    clock,
    log,
    failure: 'inbox-claim-failed',
  });
  let renewal: NodeJS.Timeout | undefined;
  let tidying: NodeJS.Timeout | undefined;
  let stopsSought: NodeJS.Timeout | undefined;

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
      renewal = setInterval(renew, leaseMs / 3);
      tidying = setInterval(tidyUp, tidyEveryMs);
      stopsSought = setInterval(lookForStops, lookForStopsEveryMs);
      loop.start();
    },
    wake: () => loop.wake(),
    async requestStop(conversation) {
      const open = await inbox.requestStop(conversation);
      inHand.stopConversation(conversation);
      return open;
    },
    async stop() {
      await loop.stop();
      clearInterval(tidying);
      if (!(await endsWithin(inHand.allEnded(), options.graceMs))) {
        stopping.abort(new Error('stopping'));
        await endsWithin(inHand.allEnded(), options.graceMs);
      }
      clearInterval(renewal);
      clearInterval(stopsSought);
      await inbox.release(owner);
    },
  };
}
