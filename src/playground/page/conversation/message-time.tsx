import { exactTime, millisecondsOf, timeOfDay } from '../client/time.ts';
import { useTimeZone } from '../client/use-time-zone.ts';

/** When something was said, on the person's clock; exactly, for whoever points at it. */
export function MessageTime({ ts, href }: { ts: string; href?: string }) {
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
    <a className="message-time" href={href} title={exact}>
      {time}
    </a>
  );
}
