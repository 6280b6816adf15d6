import { exactTime, millisecondsOf, timeOfDay } from '../client/time.ts';
import { useTimeZone } from '../client/use-time-zone.ts';

export interface MessageTimeProps {
  ts: string;
  /** Where it leads; without it, it is no link. */
  href?: string;
  /** That of its message: only one message at a time is on Tab's way. */
  tabIndex?: 0 | -1;
}

/** When something was said, on the person's clock; exactly, for whoever points at it. */
export function MessageTime({ ts, href, tabIndex }: MessageTimeProps) {
  const zone = useTimeZone();
  const at = millisecondsOf(ts);
  const time = <time dateTime={new Date(at).toISOString()}>{timeOfDay(at, zone)}</time>;
  const exact = exactTime(at, zone);
  if (href === undefined) {
    return (
      <span className="message-time" title={exact}>
        {time}
      </span>
    );
  }
  return (
    <a className="message-time" href={href} title={exact} tabIndex={tabIndex}>
      {time}
    </a>
  );
}
