/** No lease is as long, ms: one that ends later than that was taken before the clock was set back. */
export const longestLeaseMs = 10 * 60_000;
