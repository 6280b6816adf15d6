import type { PageConversation } from '../../page-api/page-protocol.ts';
import { conversationName } from '../client/conversation-name.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';
import { Icon } from '../shell/icon.tsx';
import { ComposerForm } from './composer-form.tsx';

export interface ComposerProps {
  conversation: PageConversation;
  /** Root of the thread that is written in; null outside threads. */
  thread: string | null;
  /** Told the `ts` of what was sent. */
  onSent?: ((ts: string) => void) | undefined;
}

/** Where people write; or why they cannot, and what they can do about it. */
export function Composer({ conversation, thread, onSent }: ComposerProps) {
  const { page } = usePage();
  const act = useAct();
  const { id, name, isArchived, isMember } = conversation;
  if (isArchived) {
    return (
      <p className="composer-closed composer-archived">
        <Icon name="archive" size={18} />
        <span>
          <strong>#{name}</strong> is archived. It can be read, but not written in.
        </span>
      </p>
    );
  }
  if (!isMember) {
    return (
      <div className="composer-closed">
        <span>
          You are not in <strong>#{name}</strong>. Join it to read and write.
        </span>
        <button
          type="button"
          className="button button-primary"
          onClick={() => void act({ type: 'join', channel: id })}
        >
          Join channel
        </button>
      </div>
    );
  }
  const placeholder =
    thread === null ? `Message ${conversationName(page, conversation)}` : 'Reply…';
  return (
    <ComposerForm
      key={`${page.me} ${id} ${thread}`}
      channel={id}
      thread={thread}
      placeholder={placeholder}
      onSent={onSent}
    />
  );
}
