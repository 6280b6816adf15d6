import type { Block, Message } from '../../state/messages.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { MessageText } from '../blocks/message-text.tsx';

type Attachment = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Secondary content of a message, set off by a bar. */
export function Attachments(props: { message: Message; attachments: Attachment[] }) {
  const { message, attachments } = props;
  return attachments.map((attachment, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no ids and keep their order.
    <AttachmentCard key={index} message={message} attachment={attachment} />
  ));
}

function AttachmentCard({ message, attachment }: { message: Message; attachment: Attachment }) {
  const { channel, ts } = message;
  const blocks = Array.isArray(attachment.blocks) ? (attachment.blocks as Block[]) : [];
  const title = text(attachment.title);
  const body = text(attachment.text) || text(attachment.fallback);
  return (
    <div className="attachment">
      {text(attachment.pretext) !== '' && <MessageText text={text(attachment.pretext)} />}
      {title !== '' && <p className="attachment-title">{title}</p>}
      {blocks.length > 0 ? (
        <Blocks blocks={blocks} place={{ kind: 'message', channel, ts }} surface="message" />
      ) : (
        body !== '' && <MessageText text={body} />
      )}
    </div>
  );
}
