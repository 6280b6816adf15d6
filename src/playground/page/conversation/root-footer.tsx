import type { Message } from '../../state/messages.ts';
import { usePage } from '../client/use-page.ts';
import { agentActivity } from './agent-activity.ts';
import { StatusLine } from './agent-status.tsx';
import { ThreadSummary } from './thread-summary.tsx';
import type { ThreadSummary as Summary } from './threads.ts';

/** Below the root of a thread: its replies in a line, and what the app is doing there. */
export function RootFooter({
  message,
  summary,
}: {
  message: Message;
  summary: Summary | undefined;
}) {
  const { page } = usePage();
  if (message.threadTs !== null) return null;
  const activity = agentActivity(page, message.channel, message.ts);
  // A title that repeats the question, which stands just above, tells nothing.
  const isRepeated = message.text.includes(activity.title.replace(/…$/, ''));
  return (
    <>
      {summary !== undefined && (
        <ThreadSummary
          channel={message.channel}
          root={message.ts}
          summary={summary}
          title={isRepeated ? '' : activity.title}
        />
      )}
      {activity.status !== '' && <StatusLine activity={activity} />}
    </>
  );
}
