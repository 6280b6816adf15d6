import { PlaygroundError } from '../playground-error.ts';
import { findConversation } from '../state/find.ts';
import type { Person } from '../state/people.ts';
import type { Workspace } from '../state/workspace.ts';
import type { PageAction } from './page-protocol.ts';
import { knowsOf } from './project-conversation.ts';

/** The conversation that an action is about; null for those that are about none. */
export function channelOf(action: PageAction): string | null {
  if ('channel' in action) return action.channel;
  return 'where' in action && action.where.kind === 'message' ? action.where.channel : null;
}

/**
 * Refuses conversations that a person does not know of, in the same words whether they exist or
 * not.
 *
 * @throws {PlaygroundError} `playground-conversation-unknown`.
 */
export function requireKnown(workspace: Workspace, person: Person, channel: string | null): void {
  if (channel === null) return;
  const conversation = findConversation(workspace, channel);
  if (conversation !== undefined && knowsOf(conversation, person)) return;
  throw new PlaygroundError('playground-conversation-unknown', `${person.id} in ${channel}`, {
    forPeople: 'There is no such conversation, or you are not in it.',
  });
}
