/**
 * A time limit that can be given anew, joined with the signal of a caller. Running when made.
 */
export class Deadline {
  /** Aborts when the time is over, with what `reason` makes, or with the caller's signal. */
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #reason: () => unknown;
  #timer: NodeJS.Timeout | undefined;
  #endsAt = Number.POSITIVE_INFINITY;

  /** @param ms from now on. */
  constructor(ms: number, caller: AbortSignal | undefined, reason: () => unknown) {
    this.signal = AbortSignal.any([this.#controller.signal, ...(caller ? [caller] : [])]);
    this.#reason = reason;
    this.restart(ms);
  }

  /** Milliseconds left; infinite while it is paused. */
  get remainingMs(): number {
    return this.#endsAt - performance.now();
  }

  /** @param ms from now on, in place of what was left. */
  restart(ms: number): void {
    this.pause();
    this.#endsAt = performance.now() + ms;
    this.#timer = setTimeout(() => this.#controller.abort(this.#reason()), ms);
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#endsAt = Number.POSITIVE_INFINITY;
  }
}
