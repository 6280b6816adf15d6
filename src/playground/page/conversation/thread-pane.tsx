import { useCallback, useMemo } from 'react';
import type { PageConversation } from '../../page-api/page-protocol.ts';
import type { Message } from '../../state/messages.ts';
import { conversationName } from '../client/conversation-name.ts';
import { usePage } from '../client/use-page.ts';
import { Composer } from '../composer/composer.tsx';
import { IconButton } from '../shell/icon-button.tsx';
import { agentActivity } from './agent-activity.ts';
import { AgentStatus } from './agent-status.tsx';
import { MessageList } from './message-list.tsx';

const noSummaries = new Map();

export interface ThreadPaneProps {
  conversation: PageConversation;
  root: Message;
  target: string | null;
  onClose(): void;
}

/** A thread beside its conversation: the root, the replies, a composer of its own. */
export function ThreadPane({ conversation, root, target, onClose }: ThreadPaneProps) {
  const { page } = usePage();
  const { id, messages } = conversation;
  const shown = useMemo(
    () => messages.filter(({ ts, threadTs }) => ts === root.ts || threadTs === root.ts),
    [messages, root.ts],
  );
  const ephemeral = useMemo(
    () => page.ephemeral.filter((one) => one.channel === id && one.threadTs === root.ts),
    [page.ephemeral, id, root.ts],
  );
  const activity = agentActivity(page, id, root.ts);
  const place = conversationName(page, conversation);
  return (
    <section className="thread" aria-labelledby="thread-title">
      <header className="conversation-header">
        <IconButton
          icon="back"
          label="Back to the conversation"
          className="thread-back"
          onClick={onClose}
        />
        <div className="thread-heading">
          <h2 id="thread-title" className="conversation-title">
            {activity.title || 'Thread'}
          </h2>
          <p className="conversation-topic">{place}</p>
        </div>
        <IconButton icon="close" label="Close thread" className="thread-close" onClick={onClose} />
      </header>
      <MessageList
        place={root.ts}
        label="Messages in this thread"
        messages={shown}
        ephemeral={ephemeral}
        summaries={noSummaries}
        inThread
        newAfter={null}
        target={target}
        afterFirst={<ReplyCount key="replies" count={shown.length - 1} />}
        beginning={null}
        end={<AgentStatus channel={id} thread={root.ts} activity={activity} />}
        onSeeEnd={useCallback(() => {}, [])}
      />
      <Composer conversation={conversation} thread={root.ts} />
    </section>
  );
}

function ReplyCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <li className="reply-line">
      <span>
        {count} {count === 1 ? 'reply' : 'replies'}
      </span>
    </li>
  );
}
