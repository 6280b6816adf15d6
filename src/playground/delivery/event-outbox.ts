import { innerEvents } from '../events/inner-events.ts';
import { outerPayload } from '../events/outer-payload.ts';
import type { Faults } from '../faults/faults.ts';
import { isSubscribed } from '../manifest/is-subscribed.ts';
import { PlaygroundError } from '../playground-error.ts';
import type { DeliveryOutcome, EventDelivery } from '../state/deliveries.ts';
import { forgetFinishedEvents } from '../state/forget-old.ts';
import type { Workspace } from '../state/workspace.ts';
import type { AppTransport, Envelope, SendResult } from './app-transport.ts';
import { acknowledgementTimeoutMs } from './socket-hub.ts';

/**
 * Waits before the retries, in ms of workspace time: "immediately, after 1 minute, after 5 minutes"
 * (docs.slack.dev/apis/events-api#error-handling).
 */
const retryDelaysMs: readonly number[] = [0, 60_000, 300_000];

const unreachable: ReadonlySet<DeliveryOutcome | 'pending'> = new Set([
  'no_connection',
  'disconnected',
]);

const retryReasons: Readonly<Record<DeliveryOutcome, string>> = {
  // It is sent again all the same when the acknowledgement is said to be lost.
  acknowledged: 'timeout',
  timeout: 'timeout',
  no_connection: 'connection_failed',
  disconnected: 'connection_failed',
  http_error: 'http_error',
};

/**
 * Sends the app an event for what happens in the workspace, and again, under the same id, until it
 * is acknowledged or the last retry has failed. The state holds every event with its attempts.
 */
export class EventOutbox {
  readonly #workspace: Workspace;
  readonly #transport: AppTransport;
  readonly #faults: Faults;
  readonly #timers = new Map<string, () => void>();
  /** Ends the waits for events that were dropped. */
  readonly #ends = new Set<() => void>();
  readonly #stopListening: () => void;
  /** Grows when the state is replaced or the outbox closed: attempts begun before then end there. */
  #generation = 0;

  constructor(workspace: Workspace, transport: AppTransport, faults: Faults) {
    this.#workspace = workspace;
    this.#transport = transport;
    this.#faults = faults;
    this.#stopListening = workspace.onChange((change) => {
      for (const inner of innerEvents(workspace, change)) {
        if (!isSubscribed(workspace.manifest, inner.event)) continue;
        const payload = outerPayload(workspace, inner);
        this.#add({
          eventId: payload.event_id,
          type: inner.event.type,
          // A copy: what happens to the message later must not change an event already sent.
          payload: structuredClone(payload),
          attempts: [],
          status: 'waiting',
          nextAttemptAt: workspace.clock.now(),
        });
      }
    });
    transport.onReachable(() => this.#sendUnreached());
    this.resume();
  }

  /** Plans the attempts of every event that is still waiting, e.g. after a restart. */
  resume(): void {
    this.#cancelAll();
    for (const event of this.#workspace.state.events) {
      if (event.status !== 'waiting') continue;
      const last = event.attempts.at(-1);
      if (last?.outcome === 'pending') last.outcome = 'disconnected';
      event.nextAttemptAt ??= this.#workspace.clock.now();
      this.#plan(event, event.nextAttemptAt - this.#workspace.clock.now());
    }
  }

  /**
   * Sends an event once more, acknowledged or not, as Slack does when an acknowledgement is lost.
   *
   * @throws {PlaygroundError} `playground-event-unknown`.
   */
  async redeliver(eventId: string): Promise<void> {
    const event = this.#workspace.state.events.find((candidate) => candidate.eventId === eventId);
    if (event === undefined) throw new PlaygroundError('playground-event-unknown', eventId);
    event.status = 'waiting';
    await this.#attempt(event);
  }

  close(): void {
    this.#stopListening();
    this.#cancelAll();
  }

  #cancelAll(): void {
    this.#generation += 1;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    for (const end of [...this.#ends]) end();
  }

  #add(event: EventDelivery): void {
    this.#workspace.state.events.push(event);
    this.#workspace.announce({ type: 'event-changed', event });
    void this.#attempt(event);
  }

  #plan(event: EventDelivery, delayMs: number): void {
    this.#timers.get(event.eventId)?.();
    const cancel = this.#workspace.clock.schedule(delayMs, () => void this.#attempt(event));
    this.#timers.set(event.eventId, cancel);
  }

  #sendUnreached(): void {
    for (const event of this.#workspace.state.events) {
      const last = event.attempts.at(-1)?.outcome;
      if (event.status !== 'waiting' || last === undefined || !unreachable.has(last)) continue;
      if (this.#timers.has(event.eventId)) void this.#attempt(event);
    }
  }

  async #attempt(event: EventDelivery): Promise<void> {
    this.#timers.get(event.eventId)?.();
    this.#timers.delete(event.eventId);
    const previous = event.attempts.at(-1)?.outcome;
    const attempt: EventDelivery['attempts'][number] = {
      at: this.#workspace.clock.now(),
      outcome: 'pending',
    };
    event.attempts.push(attempt);
    event.nextAttemptAt = null;
    const generation = this.#generation;
    const result = await this.#send({
      type: 'events_api',
      payload: event.payload,
      acceptsResponsePayload: false,
      retryAttempt: event.attempts.length - 1,
      retryReason: previous === undefined || previous === 'pending' ? '' : retryReasons[previous],
    });
    if (generation !== this.#generation) return;
    attempt.outcome = result.outcome;
    this.#settle(event, result.outcome === 'acknowledged', result.refusesRetry === true);
  }

  /** The first delivery may be made to go wrong; those after it are what mends that. */
  #send(envelope: Envelope): Promise<SendResult> {
    if (envelope.retryAttempt > 0) return this.#transport.send(envelope);
    if (this.#faults.use('drop-events')) return this.#drop();
    if (this.#faults.use('duplicate-events')) {
      void this.#transport.send({ ...envelope, retryAttempt: 1, retryReason: 'timeout' });
    }
    return this.#transport.send(envelope);
  }

  /** Slack learns that an event got lost when nobody has acknowledged it in time. */
  #drop(): Promise<SendResult> {
    const { clock } = this.#workspace;
    return new Promise((resolve) => {
      const settle = (): void => {
        this.#ends.delete(settle);
        cancel();
        resolve({ outcome: 'timeout', response: undefined });
      };
      const cancel = clock.scheduleForProgram(acknowledgementTimeoutMs, settle);
      this.#ends.add(settle);
    });
  }

  #settle(event: EventDelivery, isAcknowledged: boolean, refusesRetry: boolean): void {
    const delay = retryDelaysMs[event.attempts.length - 1];
    if (isAcknowledged) event.status = 'acknowledged';
    else if (delay === undefined || refusesRetry) event.status = 'lost';
    else {
      event.nextAttemptAt = this.#workspace.clock.now() + delay;
      this.#plan(event, delay);
    }
    if (event.status !== 'waiting') forgetFinishedEvents(this.#workspace.state);
    this.#workspace.announce({ type: 'event-changed', event });
  }
}
