import type { Message } from '../../state/messages.ts';
import { emojiCharacter } from '../blocks/text/emoji-character.ts';
import { useAct } from '../client/use-act.ts';
import { usePage } from '../client/use-page.ts';

/** What is offered to react with, as names of emoji. */
export const reactionNames = ['+1', 'white_check_mark', 'eyes', 'pray', 'tada', 'heart'] as const;

/** The reactions under a message; pressing one adds or takes back one's own. */
export function Reactions({ message }: { message: Message }) {
  const { page } = usePage();
  const act = useAct();
  if (message.reactions.length === 0) return null;
  const nameOf = (id: string): string =>
    id === page.me ? 'you' : (page.people.find((person) => person.id === id)?.realName ?? id);
  const { channel, ts } = message;
  return (
    <ul className="reactions" aria-label="Reactions">
      {message.reactions.map(({ name, userIds }) => {
        const isMine = userIds.includes(page.me);
        const who = userIds.map(nameOf).join(', ');
        return (
          <li key={name}>
            <button
              type="button"
              className="reaction"
              aria-pressed={isMine}
              aria-label={`${name.replaceAll('_', ' ')}, ${userIds.length}: ${who}`}
              title={`${who} reacted with :${name}:`}
              onClick={() => void act({ type: isMine ? 'unreact' : 'react', channel, ts, name })}
            >
              <span aria-hidden="true">{emojiCharacter(name) ?? `:${name}:`}</span>
              <span className="reaction-count">{userIds.length}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
