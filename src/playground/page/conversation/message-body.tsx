import type { Message } from '../../state/messages.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { MessageText } from '../blocks/message-text.tsx';
import { Attachments } from './attachments.tsx';
import { FileList } from './file-list.tsx';
import { StreamNote } from './stream-note.tsx';

/** What a message says: its blocks, or else its text; what is attached; how a stream is going. */
export function MessageBody({ message }: { message: Message }) {
  const { channel, ts, blocks, text, attachments, files, edited, stream } = message;
  const isEmpty = blocks.length === 0 && text === '';
  return (
    <div className="message-body">
      {blocks.length > 0 && (
        <Blocks blocks={blocks} place={{ kind: 'message', channel, ts }} surface="message" />
      )}
      {blocks.length === 0 && !isEmpty && <MessageText text={text} />}
      {edited !== null && <span className="message-edited"> (edited)</span>}
      <Attachments message={message} attachments={attachments} />
      <FileList files={files} />
      {stream !== null && <StreamNote stream={stream} />}
    </div>
  );
}
