import { useCallback, useMemo } from 'react';
import type { PageConversation } from '../../page-api/page-protocol.ts';
import { conversationName } from '../client/conversation-name.ts';
import { conversationRoute } from '../client/route.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { navigate } from '../client/use-route.ts';
import { Composer } from '../composer/composer.tsx';
import { agentActivity } from './agent-activity.ts';
import { AgentStatus } from './agent-status.tsx';
import { Beginning } from './beginning.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { MessageList } from './message-list.tsx';
import { SuggestedPrompts } from './suggested-prompts.tsx';
import { summariseThreads } from './threads.ts';
import { useMarkRead } from './use-mark-read.ts';

export interface ConversationViewProps {
  conversation: PageConversation;
  /** `ts` of the message a link points at, when it is not in a thread. */
  target: string | null;
}

/** A channel or a direct message: what was said outside threads, and the composer. */
export function ConversationView({ conversation, target }: ConversationViewProps) {
  const { page } = usePage();
  const act = useAct();
  const { id, messages } = conversation;
  const { newAfter, onSeeEnd } = useMarkRead(conversation);
  const shown = useMemo(
    () => messages.filter(({ threadTs, isBroadcast }) => threadTs === null || isBroadcast),
    [messages],
  );
  const summaries = useMemo(() => summariseThreads(messages), [messages]);
  const ephemeral = useMemo(
    () => page.ephemeral.filter(({ channel, threadTs }) => channel === id && threadTs === null),
    [page.ephemeral, id],
  );
  const prompts = page.agentThreads.find(
    ({ channel, threadTs }) => channel === id && threadTs === null,
  );
  const isWithApp =
    conversation.kind === 'direct' && conversation.memberIds.includes(page.app.botUserId);
  const name = conversationName(page, conversation);

  // What the app answers is in a thread: it opens as soon as there is a question.
  const openThread = useCallback((ts: string) => navigate(conversationRoute(id, ts)), [id]);
  const ask = async (text: string): Promise<void> => {
    const result = await act({ type: 'post', channel: id, text, thread: null });
    if (result.ok && result.ts !== undefined) openThread(result.ts);
  };

  return (
    <section className="conversation" aria-label={name}>
      <ConversationHeader conversation={conversation} />
      <MessageList
        place={id}
        label={`Messages in ${name}`}
        messages={shown}
        ephemeral={ephemeral}
        summaries={summaries}
        inThread={false}
        newAfter={newAfter}
        target={target}
        beginning={<Beginning conversation={conversation} />}
        end={
          <>
            <AgentStatus channel={id} thread={null} activity={agentActivity(page, id, null)} />
            {prompts !== undefined && (
              <SuggestedPrompts
                thread={prompts}
                isCompact={shown.length > 0}
                onChoose={(message) => void ask(message)}
              />
            )}
          </>
        }
        onSeeEnd={onSeeEnd}
      />
      <Composer
        conversation={conversation}
        thread={null}
        onSent={isWithApp ? openThread : undefined}
      />
    </section>
  );
}
