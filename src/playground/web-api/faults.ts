/** How a call is made to go wrong. */
export interface Fault {
  /** HTTP status of the response; 200 with `error` is Slack's way of refusing. Default 500. */
  status?: number;
  /** Slack error code in the body. */
  error?: string;
  /** Seconds, sent as `Retry-After`. */
  retryAfter?: number;
  /** The call takes effect, but its response is lost. */
  afterEffect?: boolean;
  /** Closes the connection instead of responding. */
  dropConnection?: boolean;
}

/** Faults waiting for the next calls of a method. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>();

  /** Makes the next call of `method` go wrong; once each time this is called, in order. */
  failNext(method: string, fault: Fault = {}): void {
    this.#waiting.set(method, [...(this.#waiting.get(method) ?? []), fault]);
  }

  /** The fault for a call that is being made now. */
  take(method: string): Fault | undefined {
    return this.#waiting.get(method)?.shift();
  }

  /** Faults still to come, by method, in order. */
  waiting(): ReadonlyMap<string, readonly Fault[]> {
    return this.#waiting;
  }

  /** Drops all faults that have not happened yet. */
  clear(): void {
    this.#waiting.clear();
  }
}
