import { type KeyboardEvent, memo, useState } from 'react';
import type { Message } from '../../state/messages.ts';
import { formatRoute } from '../client/route.ts';
import { usePage } from '../client/use-page.ts';
import { Avatar } from '../shell/avatar.tsx';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { Icon } from '../shell/icon.tsx';
import { EditMessage } from './edit-message.tsx';
import { MessageAuthor } from './message-author.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageTime } from './message-time.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import { Reactions } from './reactions.tsx';
import { RootFooter } from './root-footer.tsx';
import { SystemRow } from './system-row.tsx';
import type { ThreadSummary } from './threads.ts';
import { useMessageActions } from './use-message-actions.ts';

export interface MessageRowProps {
  message: Message;
  isContinuation: boolean;
  /** Set for roots of threads, where their replies are not shown. */
  summary: ThreadSummary | undefined;
  inThread: boolean;
  /** A link points at it. */
  isTarget: boolean;
  /** The one row that Tab leads to; arrow keys lead to the others. */
  isTabStop: boolean;
}

/** Summaries are made anew with every message; what counts is what they say. */
function isSameRow(before: MessageRowProps, after: MessageRowProps): boolean {
  const { summary: one, ...row } = before;
  const { summary: other, ...nextRow } = after;
  return (
    one?.replyCount === other?.replyCount &&
    one?.lastReply === other?.lastReply &&
    Object.entries(row).every(([name, value]) => nextRow[name as keyof typeof nextRow] === value)
  );
}

/** One message with everything that belongs to it. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, isContinuation, summary, inThread, isTarget, isTabStop } = props;
  const { page } = usePage();
  const actions = useMessageActions(message, inThread);
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const tabIndex = isTabStop ? 0 : -1;
  const { channel, ts, threadTs, subtype } = message;
  if (subtype !== null && subtype !== 'bot_message' && subtype !== 'file_share') {
    const footer = !inThread && <RootFooter message={message} summary={summary} />;
    return <SystemRow message={message} footer={footer} tabIndex={tabIndex} />;
  }

  const author = page.people.find((person) => person.id === message.user);
  const link = formatRoute({ view: 'conversation', channel, thread: threadTs, message: ts });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    if (event.key === 't') actions.reply?.();
    else if (event.key === 'e' && actions.canChange) setIsEditing(true);
    else return;
    event.preventDefault();
  };
  return (
    <li
      className="message"
      data-ts={ts}
      data-continuation={isContinuation || undefined}
      data-target={isTarget || undefined}
      tabIndex={tabIndex}
      onKeyDown={onKeyDown}
    >
      <div className="message-gutter">
        {isContinuation ? (
          <MessageTime ts={ts} href={link} tabIndex={tabIndex} />
        ) : (
          <Avatar person={author} />
        )}
      </div>
      <div className="message-main">
        {inThread || threadTs === null || (
          <p className="message-only">
            <Icon name="thread" size={16} />
            Replied to a thread
          </p>
        )}
        {isContinuation ? (
          <span className="visually-hidden">{author?.realName}</span>
        ) : (
          <p className="message-head">
            <MessageAuthor person={author} />
            <MessageTime ts={ts} href={link} tabIndex={tabIndex} />
          </p>
        )}
        {isEditing ? (
          <EditMessage message={message} onDone={() => setIsEditing(false)} />
        ) : (
          <MessageBody message={message} />
        )}
        <Reactions message={message} />
        {inThread || <RootFooter message={message} summary={summary} />}
      </div>
      {isEditing || (
        <MessageToolbar
          actions={actions}
          tabIndex={tabIndex}
          onEdit={() => setIsEditing(true)}
          onDelete={() => setIsDeleting(true)}
        />
      )}
      {isDeleting && (
        <ConfirmDialog
          title="Delete this message?"
          confirm="Delete"
          onConfirm={actions.remove}
          onClose={() => setIsDeleting(false)}
        >
          <p>It disappears for everybody. This cannot be undone.</p>
        </ConfirmDialog>
      )}
    </li>
  );
}, isSameRow);
