import type { Clock } from '../clock.ts';
import { ConcordError } from '../errors.ts';
import type { Log } from '../observability/log.ts';
import type { ClaimedEvent, Inbox } from './inbox.ts';
import { pause } from './pause.ts';

const tidyEveryMs = 60 * 60_000;

/**
 * What an error means for the event:
 * `again` later, a few times; `outage`: later, as long as it takes; `give-up` at once; `drop`: at
 * once and without a word, for nothing can be said there.
 */
export type Verdict = 'again' | 'outage' | 'give-up' | 'drop';

export interface InboxWorkerOptions {
  inbox: Inbox;
  /** Deals with one event. The signal aborts when the worker has to stop. */
  handle(event: ClaimedEvent, signal: AbortSignal): Promise<void>;
  /** Tells people that the event will not be dealt with. */
  apologise(event: ClaimedEvent): Promise<void>;
  judge(error: unknown): Verdict;
  clock: Clock;
  log: Log;
  /** Names this process in leases. */
  owner: string;
  /** Most conversations in hand at once. */
  parallel: number;
  leaseMs: number;
  /** Errors before giving up, not counting outages. */
  mostFailures: number;
  /** Times an event is taken up before it is held to be what crashes the process. */
  mostAttempts: number;
  /** How long an outage is waited for before the event is given up. */
  mostAgeMs: number;
  /** First wait after an error; doubles each time up to `mostBackOffMs`. */
  backOffMs: number;
  mostBackOffMs: number;
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
  /** Takes up nothing more, waits for what is in hand, hands back what does not end in time. */
  stop(): Promise<void>;
}

/** Deals with the inbox's events: conversations side by side, each in its order. */
export function createInboxWorker(options: InboxWorkerOptions): InboxWorker {
  const { inbox, clock, log, owner, leaseMs } = options;
  const inHand = new Set<Promise<void>>();
  const stopping = new AbortController();
  let running = false;
  let pumping: Promise<void> | null = null;
  let wokenMeanwhile = false;
  let timer: NodeJS.Timeout | undefined;
  let renewal: NodeJS.Timeout | undefined;
  let tidying: NodeJS.Timeout | undefined;

  function backOff(event: ClaimedEvent): number {
    const wait = options.backOffMs * 2 ** Math.min(event.attempts - 1, 16);
    return clock.now() + Math.min(wait, options.mostBackOffMs);
  }

  async function putBack(event: ClaimedEvent, reason: string, counts: boolean): Promise<void> {
    await inbox.putBack(event.eventId, owner, { availableAt: backOff(event), reason, counts });
  }

  async function giveUp(event: ClaimedEvent, reason: string): Promise<void> {
    const tooOld = clock.now() - event.receivedAt > options.mostAgeMs;
    try {
      await options.apologise(event);
    } catch (error) {
      const verdict = options.judge(error);
      log.error({ event: event.eventId, reason: describe(error) }, 'apology-failed');
      if (!tooOld && (verdict === 'outage' || verdict === 'again')) {
        await putBack(event, reason, false);
        return;
      }
    }
    await inbox.giveUp(event.eventId, owner, reason);
    log.error({ event: event.eventId, reason }, 'event-failed');
  }

  async function settleError(event: ClaimedEvent, error: unknown): Promise<void> {
    const reason = describe(error);
    if (stopping.signal.aborted) return;
    const verdict = options.judge(error);
    log.warn(
      { event: event.eventId, reason, verdict, err: stackOf(error) },
      'event-handling-failed',
    );
    const exhausted = event.failures + 1 >= options.mostFailures;
    const tooOld = clock.now() - event.receivedAt > options.mostAgeMs;
    if (verdict === 'drop') await inbox.giveUp(event.eventId, owner, reason);
    else if (verdict === 'give-up' || (verdict === 'again' && exhausted) || tooOld) {
      await giveUp(event, reason);
    } else await putBack(event, reason, verdict === 'again');
  }

  async function deal(event: ClaimedEvent): Promise<void> {
    const startedAt = clock.now();
    try {
      if (event.attempts > options.mostAttempts || event.failures >= options.mostFailures) {
        await giveUp(event, 'taken up too often');
        return;
      }
      try {
        await options.handle(event, stopping.signal);
      } catch (error) {
        await settleError(event, error);
        return;
      }
      await inbox.finish(event.eventId, owner);
      log.info({ event: event.eventId, handle_ms: clock.now() - startedAt }, 'event-handled');
    } catch (error) {
      // The inbox itself failed: the lease runs out and the event is taken up again.
      log.error({ event: event.eventId, reason: describe(error) }, 'inbox-update-failed');
    }
  }

  async function takeUpAll(): Promise<void> {
    while (running && inHand.size < options.parallel) {
      const event = await inbox.claim(owner, leaseMs);
      if (event === null) break;
      const task: Promise<void> = deal(event).finally(() => {
        inHand.delete(task);
        pump();
      });
      inHand.add(task);
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
        log.error({ reason: describe(error) }, 'inbox-claim-failed');
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
      log.error({ reason: describe(error) }, 'lease-renewal-failed');
    });
  }

  async function tidyUp(): Promise<void> {
    await inbox.forgetFinished(clock.now() - options.keepMs).catch((error: unknown) => {
      log.error({ reason: describe(error) }, 'inbox-tidying-failed');
    });
  }

  return {
    start() {
      running = true;
      renewal = setInterval(renew, leaseMs / 3);
      tidying = setInterval(tidyUp, tidyEveryMs);
      pump();
    },
    wake: pump,
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
      await inbox.release(owner);
    },
  };

  async function endsWithin(milliseconds: number): Promise<boolean> {
    const cancel = new AbortController();
    const tooLong = pause(milliseconds, cancel.signal).then(
      () => false,
      () => true,
    );
    const ended = await Promise.race([Promise.all(inHand).then(() => true), tooLong]);
    cancel.abort();
    return ended;
  }
}

/** Codes and names only: messages may hold what a person wrote. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (!(error instanceof ConcordError)) return error.name;
  const { reason } = error.details;
  return typeof reason === 'string' ? `${error.code}: ${reason}` : error.code;
}

/** Where it happened, without the message, which may hold what a person wrote. */
function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n');
}
