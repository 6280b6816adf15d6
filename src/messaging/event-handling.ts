import type { Clock } from '../clock.ts';
import type { Log } from '../observability/log.ts';
import { describeError, stackOf } from './describe-error.ts';
import type { ClaimedEvent, Inbox } from './inbox.ts';

/**
 * What an error means for the event:
 * `again` later, a few times; `outage`: later, as long as it takes; `give-up` at once; `drop`: at
 * once and without a word, for nothing can be said there.
 */
export type Verdict = 'again' | 'outage' | 'give-up' | 'drop';

export interface EventHandlingOptions {
  inbox: Inbox;
  /**
   * Deals with one event. The signal aborts when the worker has to stop, and with `StoppedByPerson`
   * as its reason when a person wants the handling to stop: the handler then says so and returns,
   * which finishes the event.
   */
  handle(event: ClaimedEvent, signal: AbortSignal): Promise<void>;
  /** Tells people that the event will not be dealt with. */
  apologise(event: ClaimedEvent): Promise<void>;
  judge(error: unknown): Verdict;
  clock: Clock;
  log: Log;
  /** Names this process in leases. */
  owner: string;
  /** Errors before giving up, not counting outages. */
  mostFailures: number;
  /** Times an event is taken up before it is held to be what crashes the process. */
  mostAttempts: number;
  /** How long an outage is waited for before the event is given up. */
  mostAgeMs: number;
  /** First wait after an error. */
  backOffMs: number;
  mostBackOffMs: number;
  /** How long handling one event may take before it counts as an error. */
  mostHandleMs: number;
}

/**
 * Deals with one claimed event, from handling it to recording what became of it. Never rejects.
 *
 * @param personStopped aborts when a person asks to stop.
 */
export type DealWithEvent = (event: ClaimedEvent, personStopped: AbortSignal) => Promise<void>;

/** @param stopping aborts when the process stops: what breaks off then is handed back untouched. */
export function createEventHandling(
  options: EventHandlingOptions,
  stopping: AbortSignal,
): DealWithEvent {
  const { inbox, clock, log, owner } = options;

  /** Doubles with each error; in an outage, half as long again as it has lasted. */
  function waitAfter(event: ClaimedEvent, counts: boolean): number {
    const wait = counts
      ? options.backOffMs * 2 ** Math.min(event.failures, 16)
      : (clock.now() - event.receivedAt) / 2;
    return Math.min(Math.max(wait, options.backOffMs), options.mostBackOffMs);
  }

  async function putBack(event: ClaimedEvent, reason: string, counts: boolean): Promise<void> {
    const availableAt = clock.now() + Math.round(waitAfter(event, counts));
    await inbox.putBack(event.eventId, owner, { availableAt, reason, counts });
  }

  async function giveUp(event: ClaimedEvent, reason: string): Promise<void> {
    const tooOld = clock.now() - event.receivedAt > options.mostAgeMs;
    try {
      await options.apologise(event);
    } catch (error) {
      const verdict = options.judge(error);
      log.error({ event: event.eventId, reason: describeError(error) }, 'apology-failed');
      if (!tooOld && (verdict === 'outage' || verdict === 'again')) {
        await putBack(event, reason, false);
        return;
      }
    }
    await inbox.giveUp(event.eventId, owner, reason);
    log.error({ event: event.eventId, reason }, 'event-failed');
  }

  async function settleError(event: ClaimedEvent, error: unknown): Promise<void> {
    const reason = describeError(error);
    if (stopping.aborted) return;
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

  /** A handler that never ends must not hold up its conversation for ever. */
  async function handleInTime(event: ClaimedEvent, personStopped: AbortSignal): Promise<void> {
    const limit = new AbortController();
    const { promise: tooLong, reject } = Promise.withResolvers<never>();
    // Not `AbortSignal.timeout`, which keeps all that was handled in memory until it runs out.
    const timer = setTimeout(() => {
      limit.abort(new DOMException('the handling took too long', 'TimeoutError'));
      reject(limit.signal.reason);
    }, options.mostHandleMs);
    timer.unref();
    const signal = AbortSignal.any([stopping, personStopped, limit.signal]);
    try {
      await Promise.race([options.handle(event, signal), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  }

  return async (event, personStopped) => {
    const startedAt = clock.now();
    try {
      if (event.attempts > options.mostAttempts || event.failures >= options.mostFailures) {
        await giveUp(event, 'taken up too often');
        return;
      }
      try {
        await handleInTime(event, personStopped);
      } catch (error) {
        await settleError(event, error);
        return;
      }
      await inbox.finish(event.eventId, owner);
      log.info({ event: event.eventId, handle_ms: clock.now() - startedAt }, 'event-handled');
    } catch (error) {
      // The inbox itself failed: the lease runs out and the event is taken up again.
      log.error({ event: event.eventId, reason: describeError(error) }, 'inbox-update-failed');
    }
  };
}
