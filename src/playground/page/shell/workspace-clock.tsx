import { exactTime, shortSpan, span, timeOfDay } from '../client/time.ts';
import { usePage } from '../client/use-page.ts';
import { useTimeZone } from '../client/use-time-zone.ts';
import { useWorkspaceTime } from '../client/use-workspace-time.ts';
import { Icon } from './icon.tsx';

/** What time it is in the workspace, and how far that is ahead of the real time. */
export function WorkspaceClock() {
  const { page } = usePage();
  const now = useWorkspaceTime();
  const zone = useTimeZone();
  const ahead = span(page.clock.offset);
  return (
    <p className="workspace-clock" title={`${exactTime(now, zone)}, ${zone}`}>
      <Icon name="clock" size={16} />
      <span className="visually-hidden">Workspace time </span>
      <time dateTime={new Date(now).toISOString()}>{timeOfDay(now, zone)}</time>
      {ahead !== '' && (
        <span className="badge workspace-clock-ahead">
          <span className="workspace-clock-long">{ahead} ahead</span>
          <span className="workspace-clock-short" aria-hidden="true">
            {shortSpan(page.clock.offset)}
          </span>
        </span>
      )}
    </p>
  );
}
