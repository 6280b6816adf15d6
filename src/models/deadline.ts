/**
 * A time limit that can be given anew, joined with the signal of a caller. Running when made.
 */
export class Deadline {
  /** Aborts when the time is over, with what `reason` makes, or with the caller's signal. */
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #reason: () => unknown;
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #endsAt = Number.POSITIVE_INFINITY;
  /** Of all the time that it may run, pauses left out. */
  #leftMs: number;

  /**
   * @param ms from now on.
   * @param totalMs the most that it runs together, however often it is given anew.
   */
  constructor(
    ms: number,
    caller: AbortSignal | undefined,
    reason: () => unknown,
    totalMs = Number.POSITIVE_INFINITY,
  ) {
    this.signal = AbortSignal.any([this.#controller.signal, ...(caller ? [caller] : [])]);
    this.#reason = reason;
    this.#leftMs = totalMs;
    this.restart(ms);
  }

  /** Milliseconds left; infinite while it is paused. */
  get remainingMs(): number {
    return this.#endsAt - performance.now();
  }

  /** @param ms from now on, in place of what was left. */
  restart(ms: number): void {
    this.pause();
    const most = Math.max(0, Math.min(ms, this.#leftMs));
    this.#startedAt = performance.now();
    this.#endsAt = this.#startedAt + most;
    this.#timer = setTimeout(() => this.#controller.abort(this.#reason()), most);
  }

  pause(): void {
    clearTimeout(this.#timer);
    if (this.#endsAt < Number.POSITIVE_INFINITY) {
      this.#leftMs -= performance.now() - this.#startedAt;
    }
    this.#endsAt = Number.POSITIVE_INFINITY;
  }
}
