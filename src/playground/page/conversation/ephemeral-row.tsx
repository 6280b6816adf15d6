import type { EphemeralMessage } from '../../state/messages.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { MessageText } from '../blocks/message-text.tsx';
import { useClient } from '../client/client-context.ts';
import { usePage } from '../client/use-page.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Icon } from '../shell/icon.tsx';
import { MessageAuthor } from './message-author.tsx';
import { MessageTime } from './message-time.tsx';

/** Something the app tells this person alone; it can be put away. */
export function EphemeralRow({ message }: { message: EphemeralMessage }) {
  const { page } = usePage();
  const { client } = useClient();
  const app = page.people.find((person) => person.id === page.app.botUserId);
  const { channel, ts, blocks, text } = message;
  return (
    <li className="message message-ephemeral" data-ts={ts}>
      <div className="message-gutter">
        <Avatar person={app} />
      </div>
      <div className="message-main">
        <p className="message-only">
          <Icon name="eye" size={16} />
          Only visible to you
        </p>
        <p className="message-head">
          <MessageAuthor person={app} />
          <MessageTime ts={ts} />
        </p>
        <div className="message-body">
          {blocks.length > 0 ? (
            <Blocks blocks={blocks} place={{ kind: 'message', channel, ts }} surface="message" />
          ) : (
            <MessageText text={text} />
          )}
        </div>
        <button
          type="button"
          className="text-button message-dismiss"
          onClick={() => client.dismissEphemeral(channel, ts)}
        >
          Dismiss message
        </button>
      </div>
    </li>
  );
}
