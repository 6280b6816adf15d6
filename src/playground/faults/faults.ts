import { PlaygroundError } from '../playground-error.ts';
import type { Fault } from './call-fault.ts';
import { type ActiveFault, type FaultKind, faultKinds } from './fault-kinds.ts';

/** How late answers are while they are slow, real ms. */
const slowAnswerMs = 3_000;
const retryAfterSeconds = 2;

const callFaults: Partial<Record<FaultKind, Fault>> = {
  'rate-limit': { status: 429, error: 'ratelimited', retryAfter: retryAfterSeconds },
  'server-error': { status: 500 },
  'lost-answers': { afterEffect: true, dropConnection: true },
  'slow-answers': { delayMs: slowAnswerMs },
};

/** They last until they are ended when no number of occasions is given; the others happen once. */
const lasting: ReadonlySet<FaultKind> = new Set([
  'slow-answers',
  'disconnect',
  'revoked-token',
  'refuse-blocks',
]);

/**
 * Without these an app cannot even start: faults of calls happen to the others, so that so many of
 * what people see go wrong.
 */
const spared: ReadonlySet<string> = new Set(['apps.connections.open', 'auth.test']);

/** Only these leave an app in doubt when their answers are lost: it cannot just ask again. */
const isWriting = (method: string): boolean =>
  /^(chat|views)\./.test(method) && method !== 'chat.getPermalink';

/** What is made to go wrong: single calls of a method, and kinds of trouble of the whole Slack. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>();
  readonly #active = new Map<FaultKind, number | null>();
  readonly #onChange: (kind: FaultKind) => void;

  /** @param onChange called when a kind of trouble begins, happens or ends. */
  constructor(onChange: (kind: FaultKind) => void = () => undefined) {
    this.#onChange = onChange;
  }

  /** Makes the next call of `method` go wrong; once each time this is called, in order. */
  failNext(method: string, fault: Fault = {}): void {
    this.#waiting.set(method, [...(this.#waiting.get(method) ?? []), fault]);
  }

  /**
   * Begins a kind of trouble, or changes how often it is still to happen.
   *
   * @param options.left occasions, at least 1; null for until it is ended. Default: once for what
   *   befalls single calls and events, until it is ended for `slow-answers`, `disconnect`,
   *   `revoked-token` and `refuse-blocks`.
   * @throws {PlaygroundError} `playground-fault-occasions`.
   */
  start(kind: FaultKind, options: { left?: number | null } = {}): void {
    const left = options.left === undefined ? (lasting.has(kind) ? null : 1) : options.left;
    if (left !== null && !(Number.isInteger(left) && left > 0)) {
      throw new PlaygroundError(
        'playground-fault-occasions',
        `${kind} cannot happen ${left} times`,
      );
    }
    this.#active.set(kind, left);
    this.#onChange(kind);
  }

  /** Ends one kind of trouble, or all, and with all what still waits for single calls. */
  end(kind?: FaultKind): void {
    if (kind === undefined) this.#waiting.clear();
    for (const ended of kind === undefined ? faultKinds : [kind]) {
      if (this.#active.delete(ended)) this.#onChange(ended);
    }
  }

  /** The kinds of trouble that are under way, in the order of {@link faultKinds}. */
  active(): ActiveFault[] {
    return faultKinds.flatMap((kind) => {
      const left = this.#active.get(kind);
      return left === undefined ? [] : [{ kind, left }];
    });
  }

  isActive(kind: FaultKind): boolean {
    return this.#active.has(kind);
  }

  /** True when trouble of this kind is to happen now, which uses up one of its occasions. */
  use(kind: FaultKind): boolean {
    const left = this.#active.get(kind);
    if (left === undefined) return false;
    if (left === null) return true;
    if (left > 1) this.#active.set(kind, left - 1);
    else this.#active.delete(kind);
    this.#onChange(kind);
    return true;
  }

  /** The fault for a call that is being made now. */
  take(method: string): Fault | undefined {
    const single = this.#waiting.get(method)?.shift();
    if (single !== undefined) return single;
    if (method === 'apps.connections.open') {
      return this.use('disconnect') ? { status: 503, error: 'service_unavailable' } : undefined;
    }
    if (this.use('revoked-token')) return { error: 'token_revoked' };
    if (spared.has(method)) return undefined;
    for (const [kind, fault] of Object.entries(callFaults) as [FaultKind, Fault][]) {
      if (kind === 'lost-answers' && !isWriting(method)) continue;
      if (this.use(kind)) return fault;
    }
    return undefined;
  }

  /** Faults of single calls still to come, by method, in order. */
  waiting(): ReadonlyMap<string, readonly Fault[]> {
    return this.#waiting;
  }

  /** Drops all faults that have not happened yet, and ends the others. */
  clear(): void {
    this.end();
  }
}
