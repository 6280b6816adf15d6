import { z } from 'zod';
import type { Conversation } from '../../state/conversations.ts';
import { isMember } from '../../state/find.ts';
import { lookUp } from '../../state/look-up.ts';
import type { Workspace } from '../../state/workspace.ts';
import { presentConversation } from '../../wire/present-conversation.ts';
import type { WireObject } from '../../wire/wire-object.ts';
import { flag, integer, list, text } from '../argument-types.ts';
import { defineMethod, type MethodContext } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { pageMetadata, paginate } from '../paginate.ts';

const wireTypes = {
  public: 'public_channel',
  private: 'private_channel',
  direct: 'im',
} as const satisfies Record<Conversation['kind'], string>;
const knownTypes = new Set<string>([...Object.values(wireTypes), 'mpim']);

const listArguments = z.looseObject({
  types: list.optional(),
  exclude_archived: flag.optional(),
  limit: integer.pipe(z.number().min(1).max(999)).optional(),
  cursor: text.optional(),
  user: text.optional(),
});

function listFor(
  { workspace }: MethodContext,
  values: z.infer<typeof listArguments>,
  isListed: (conversation: Conversation) => boolean,
  present: (workspace: Workspace, conversation: Conversation) => WireObject,
) {
  const types = values.types ?? ['public_channel'];
  if (types.some((type) => !knownTypes.has(type))) throw new MethodError('invalid_types');
  const chosen = Object.values(workspace.state.conversations)
    .filter((conversation) => types.includes(wireTypes[conversation.kind]))
    .filter((conversation) => !(values.exclude_archived && conversation.isArchived))
    .filter(isListed)
    .sort((one, other) => one.id.localeCompare(other.id));
  const page = paginate(chosen, (item) => item.id, values.limit ?? 100, values.cursor);
  return {
    channels: page.items.map((item) => present(workspace, item)),
    ...pageMetadata(page),
  };
}

/** `conversations.list`: the channels that the app can know of. */
export const conversationsList = defineMethod({
  name: 'conversations.list',
  arguments: listArguments,
  run: (context, values) =>
    listFor(
      context,
      values,
      (item) => item.kind === 'public' || isMember(item, context.workspace.state.app.botUserId),
      (workspace, item) => presentConversation(workspace, item, true),
    ),
});

/** `users.conversations`: the channels that the app, or a named person beside it, is in. */
export const usersConversations = defineMethod({
  name: 'users.conversations',
  arguments: listArguments,
  run(context, values) {
    const { app, people } = context.workspace.state;
    const user = values.user || app.botUserId;
    if (lookUp(people, user) === undefined) throw new MethodError('user_not_found');
    return listFor(
      context,
      values,
      (item) => isMember(item, user) && (item.kind === 'public' || isMember(item, app.botUserId)),
      (workspace, item) => {
        const { is_member: _, ...shown } = presentConversation(workspace, item, false);
        return shown;
      },
    );
  },
});
