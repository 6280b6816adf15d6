const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * How long it is until something, as one says it: `in 20 minutes`, `in an hour`, `in 2 days`.
 *
 * @param wait - ms.
 */
export function timeUntil(wait: number): string {
  const minutes = Math.round(wait / minuteMs);
  if (minutes < 1) return 'now';
  if (minutes < 55) return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
  const hours = Math.round(wait / hourMs);
  if (hours < 22) return hours === 1 ? 'in an hour' : `in ${hours} hours`;
  // A day on which clocks change has an hour more or less.
  const days = Math.round(wait / dayMs);
  if (days === 7) return 'in a week';
  return days <= 1 ? 'in a day' : `in ${days} days`;
}
