/** By ISO 8601 number, from 1. */
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Mondays at 08:30 (Europe/London)`. */
export function describeDigestTime(time: {
  weekday: number;
  minute: number;
  zone: string;
}): string {
  const [hour, minute] = [Math.floor(time.minute / 60), time.minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${names[time.weekday - 1]}s at ${hour}:${minute} (${time.zone.replaceAll('_', ' ')})`;
}
