import { conversationRoute, formatRoute } from '../client/route.ts';
import { millisecondsOf, timeAgo } from '../client/time.ts';
import { usePage } from '../client/use-page.ts';
import { useTimeZone } from '../client/use-time-zone.ts';
import { useWorkspaceTime } from '../client/use-workspace-time.ts';
import { Avatar } from '../shell/avatar.tsx';
import type { ThreadSummary as Summary } from './threads.ts';

const mostPictures = 4;

export interface ThreadSummaryProps {
  channel: string;
  root: string;
  summary: Summary;
  /** Title that the app has given the thread; empty for none. */
  title: string;
}

/** Below the root of a thread: how many replies, by whom, when last. */
export function ThreadSummary({ channel, root, summary, title }: ThreadSummaryProps) {
  const { page } = usePage();
  const now = useWorkspaceTime(60_000);
  const zone = useTimeZone();
  const { replyCount, lastReply, userIds } = summary;
  return (
    <a className="thread-summary" href={formatRoute(conversationRoute(channel, root))}>
      <span className="thread-people">
        {userIds.slice(0, mostPictures).map((id) => (
          <Avatar key={id} person={page.people.find((person) => person.id === id)} size="small" />
        ))}
      </span>
      <span className="thread-count">
        {replyCount} {replyCount === 1 ? 'reply' : 'replies'}
      </span>
      {title !== '' && <span className="thread-title">{title}</span>}
      <span className="thread-last">
        last reply {timeAgo(millisecondsOf(lastReply), now, zone)}
      </span>
    </a>
  );
}
