import type { ReactNode } from 'react';
import type { Message } from '../../state/messages.ts';
import { MessageText } from '../blocks/message-text.tsx';
import { Icon } from '../shell/icon.tsx';
import { MessageTime } from './message-time.tsx';

export interface SystemRowProps {
  message: Message;
  footer: ReactNode;
  tabIndex: 0 | -1;
}

/** A line that Slack writes: somebody joined, a message was deleted. */
export function SystemRow({ message, footer, tabIndex }: SystemRowProps) {
  const isTombstone = message.subtype === 'tombstone';
  return (
    <li className="message message-system" data-ts={message.ts} tabIndex={tabIndex}>
      <div className="message-gutter">
        <Icon name={isTombstone ? 'trash' : 'person'} size={18} />
      </div>
      <div className="message-main">
        <div className="message-line">
          <MessageText text={message.text} />
          <MessageTime ts={message.ts} />
        </div>
        {footer}
      </div>
    </li>
  );
}
