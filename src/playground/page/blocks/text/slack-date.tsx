import { exactTime } from '../../client/time.ts';
import { useTimeZone } from '../../client/use-time-zone.ts';
import { useWorkspaceTime } from '../../client/use-workspace-time.ts';
import { SafeLink } from './safe-link.tsx';
import { formatSlackDate } from './slack-date-format.ts';

/** A date in the reader's zone; the app's own words for it when it is no date. */
export function SlackDate(props: {
  /** UTC seconds. */
  timestamp: number;
  format: string;
  fallback: string;
  link?: string;
}) {
  const { timestamp, format, fallback, link = '' } = props;
  const now = useWorkspaceTime();
  const timeZone = useTimeZone();
  const shown = formatSlackDate(timestamp, format, { timeZone, now });
  if (shown === null) return <>{fallback}</>;
  const time = (
    <time
      dateTime={new Date(timestamp * 1000).toISOString()}
      title={exactTime(timestamp * 1000, timeZone)}
    >
      {shown}
    </time>
  );
  return link === '' ? time : <SafeLink address={link}>{time}</SafeLink>;
}
