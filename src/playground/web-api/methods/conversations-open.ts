import { z } from 'zod';
import { findDirectMessage, openDirectMessage } from '../../state/change-conversations.ts';
import { lookUp } from '../../state/look-up.ts';
import { presentConversation } from '../../wire/present-conversation.ts';
import { flag, list, text } from '../argument-types.ts';
import { defineMethod } from '../define-method.ts';
import { MethodError } from '../method-error.ts';
import { visibleChannel } from '../require-channel.ts';

/** `conversations.open`: the direct message with a person. */
export const conversationsOpen = defineMethod({
  name: 'conversations.open',
  arguments: z.looseObject({
    users: list.optional(),
    channel: text.optional(),
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run({ workspace }, values) {
    const users = values.users ?? [];
    if (values.channel !== undefined) {
      const { id } = visibleChannel(workspace, values.channel);
      return { no_op: true, already_open: true, channel: { id } };
    }
    if (users.length === 0) throw new MethodError('users_list_not_supplied');
    // Conversations of several people need scopes that the app does not ask for.
    if (users.length > 1) throw new MethodError('method_not_supported_for_channel_type');
    const person = lookUp(workspace.state.people, users[0] ?? '');
    if (person === undefined) throw new MethodError('user_not_found');
    if (person.deleted) throw new MethodError('user_disabled');
    if (person.isBot) throw new MethodError('cannot_dm_bot');
    const existing = findDirectMessage(workspace, person.id);
    if (existing === undefined && values.prevent_creation) {
      throw new MethodError('channel_not_found');
    }
    const conversation = existing ?? openDirectMessage(workspace, person.id);
    const { is_user_deleted: _, ...shown } = presentConversation(workspace, conversation, false);
    return {
      ...(existing !== undefined && { no_op: true, already_open: true }),
      channel: values.return_im ? shown : { id: conversation.id },
    };
  },
});
