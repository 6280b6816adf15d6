import type { Markup } from '../../blocks/markup.ts';
import { fullTime } from './planned-times.ts';

/**
 * A moment in the reader's own time zone; as `fullTime` says it where it cannot be shown so.
 *
 * @param instant UTC ms.
 * @param zone IANA zone.
 */
export function readerTime(instant: number, zone: string): Markup {
  const seconds = Math.floor(instant / 1_000);
  return { mrkdwn: `<!date^${seconds}^{date_long_pretty}, {time}|${fullTime(instant, zone)}>` };
}
