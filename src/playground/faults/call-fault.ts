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
  /** The call takes effect and is answered as ever, but so much later, real ms. */
  delayMs?: number;
}
